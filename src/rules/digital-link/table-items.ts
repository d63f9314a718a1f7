/**
 * Application identifiers 00–37 (without the measures) and 39: keys, dates, counts and prices.
 * Facts of the GS1 General Specifications (section 3) as the GS1 Barcode Syntax Dictionary keeps
 * them; the columns are explained in application-identifiers.ts. One difference: the dictionary
 * lists 22 as a qualifier of 8006 and yet asks for 01 beside 22, which 8006 bars; the grammar of
 * URI syntax 1.6.0 takes 22 after 8006, so 8006 is enough for it here.
 */
export const ITEM_ROWS = `
00 | n18:check:prefix2 | key | | | SSCC
01 | n14:check:prefix2 | key 22,10,21|235 | | 255 37 | GTIN
02 | n14:check:prefix2 | | 37 | 01 03 | CONTENT
03 | n14:check:prefix2 | path | | 01 02 37 | MTO GTIN
10 | x..20 | | 01/02/03/8006/8026 | | BATCH/LOT
11 | n6:day0 | | 01/02/03/8006/8026 | | PROD DATE
12 | n6:day0 | | 8020 | | DUE DATE
13 | n6:day0 | | 01/02/03/8006/8026 | | PACK DATE
15 | n6:day0 | | 01/02/03/8006/8026 | | BEST BEFORE
16 | n6:day0 | | 01/02/03/8006/8026 | | SELL BY
17 | n6:day0 | | 01/02/03/255/8006/8026 | | USE BY
20 | n2 | | 01/02/8006/8026 | | VARIANT
21 | x..20 | path | 01/03/8006 | 235 | SERIAL
22 | x..20 | path | 01/8006 | | CPV
235 | x..28 | path | 01 | | TPX
240 | x..30 | | 01/02/8006/8026 | | ADDITIONAL ID
241 | x..30 | | 01/02/8006/8026 | | CUST. PART No.
242 | n..6 | | 01/02/8006/8026 | | MTO VARIANT
243 | x..20 | | 01 | | PCN
250 | x..30 | | 01/8006 21 | | SECONDARY SERIAL
251 | x..30 | | 01/8006 | | REF. TO SOURCE
253 | n13:check:prefix [x..17] | key | | | GDTI
254 | x..20 | path | 414 | | GLN EXTENSION
255 | n13:check:prefix [n..12] | key | | 01 02 415 8006 8020 8026 | GCN
30 | n..8 | | 01/02 | | VAR. COUNT
37 | n..8 | | 00 02/8026 | | COUNT
3900-3909 | n..15 | | 255/8020 | 390n 391n 394n 8111 | AMOUNT
3910-3919 | n3:currency n..15 | | 8020 | 391n | AMOUNT
3920-3929 | n..15 | | 01 30/31nn/32nn/35nn/36nn | 392n 393n | PRICE
3930-3939 | n3:currency n..15 | | 30/31nn/32nn/35nn/36nn | 393n | PRICE
3940-3943 | n4 | | 255 | 394n 8111 | PRCNT OFF
3950-3955 | n6 | | 30/31nn/32nn/35nn/36nn | 392n 393n 395n 8005 | PRICE/UoM
`;

/**
 * The trade and logistic measures 310n–369n: three digits and a decimal place 0–5, always six
 * digits, never twice with another decimal place. Prefix, what must stand beside it, title.
 */
export const MEASURE_ROWS = `
310 01/02 NET WEIGHT (kg)
311 01/02 LENGTH (m)
312 01/02 WIDTH (m)
313 01/02 HEIGHT (m)
314 01/02 AREA (m²)
315 01/02 NET VOLUME (l)
316 01/02 NET VOLUME (m³)
320 01/02 NET WEIGHT (lb)
321 01/02 LENGTH (in)
322 01/02 LENGTH (ft)
323 01/02 LENGTH (yd)
324 01/02 WIDTH (in)
325 01/02 WIDTH (ft)
326 01/02 WIDTH (yd)
327 01/02 HEIGHT (in)
328 01/02 HEIGHT (ft)
329 01/02 HEIGHT (yd)
330 00/01 GROSS WEIGHT (kg)
331 00/01 LENGTH (m), log
332 00/01 WIDTH (m), log
333 00/01 HEIGHT (m), log
334 00/01 AREA (m²), log
335 00/01 VOLUME (l), log
336 00/01 VOLUME (m³), log
337 01 KG PER m²
340 00/01 GROSS WEIGHT (lb)
341 00/01 LENGTH (in), log
342 00/01 LENGTH (ft), log
343 00/01 LENGTH (yd), log
344 00/01 WIDTH (in), log
345 00/01 WIDTH (ft), log
346 00/01 WIDTH (yd), log
347 00/01 HEIGHT (in), log
348 00/01 HEIGHT (ft), log
349 00/01 HEIGHT (yd), log
350 01/02 AREA (in²)
351 01/02 AREA (ft²)
352 01/02 AREA (yd²)
353 00/01 AREA (in²), log
354 00/01 AREA (ft²), log
355 00/01 AREA (yd²), log
356 01/02 NET WEIGHT (t oz)
357 01/02 NET VOLUME (oz)
360 01/02 NET VOLUME (qt)
361 01/02 NET VOLUME (gal.)
362 00/01 VOLUME (qt), log
363 00/01 VOLUME (gal.), log
364 01/02 VOLUME (in³)
365 01/02 VOLUME (ft³)
366 01/02 VOLUME (yd³)
367 00/01 VOLUME (in³), log
368 00/01 VOLUME (ft³), log
369 00/01 VOLUME (yd³), log
`;
