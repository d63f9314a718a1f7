/**
 * Application identifiers 40–43 and 70–99: parties, transport, food, health care, assets, service
 * relations, coupons, internal use. Source and columns as in table-items.ts.
 */
export const PARTY_ROWS = `
400 | x..30 | | | | ORDER NUMBER
401 | x..30:prefix | key | | | GINC
402 | n17:check:prefix | key | | | GSIN
403 | x..30 | | 00 | | ROUTE
410 | n13:check:prefix | | | | SHIP TO LOC
411 | n13:check:prefix | | | | BILL TO
412 | n13:check:prefix | | | | PURCHASE FROM
413 | n13:check:prefix | | | | SHIP FOR LOC
414 | n13:check:prefix | key 254|7040 | | | LOC No.
415 | n13:check:prefix | key 8020 | 8020 | | PAY TO
416 | n13:check:prefix | | | | PROD/SERV LOC
417 | n13:check:prefix | key 7040 | | | PARTY
420 | x..20 | | | 421 | SHIP TO POST
421 | n3:country x..9 | | | 4307 | SHIP TO POST
422 | n3:country | | 01/02/8006/8026 | 426 | ORIGIN
423 | n3:country [n3:country]×4 | | 01/02 | 426 | COUNTRY - INITIAL PROCESS
424 | n3:country | | 01/02 | 426 | COUNTRY - PROCESS
425 | n3:country [n3:country]×4 | | 01/02 | 426 | COUNTRY - DISASSEMBLY
426 | n3:country | | 01/02 | | COUNTRY - FULL PROCESS
427 | x..3 | | 01/02 422 | | ORIGIN SUBDIVISION
4300 | x..35:percent | | 00 | | SHIP TO COMP
4301 | x..35:percent | | 00 | | SHIP TO NAME
4302 | x..70:percent | | 00 | | SHIP TO ADD1
4303 | x..70:percent | | 4302 | | SHIP TO ADD2
4304 | x..70:percent | | 00 | | SHIP TO SUB
4305 | x..70:percent | | 00 | | SHIP TO LOC
4306 | x..70:percent | | 00 | | SHIP TO REG
4307 | x2:country-letters | | 00 | | SHIP TO COUNTRY
4308 | x..30 | | 00 | | SHIP TO PHONE
4309 | n10:latitude n10:longitude | | 00 | | SHIP TO GEO
4310 | x..35:percent | | 00 | | RTN TO COMP
4311 | x..35:percent | | 00 | | RTN TO NAME
4312 | x..70:percent | | 00 | | RTN TO ADD1
4313 | x..70:percent | | 4312 | | RTN TO ADD2
4314 | x..70:percent | | 00 | | RTN TO SUB
4315 | x..70:percent | | 00 | | RTN TO LOC
4316 | x..70:percent | | 00 | | RTN TO REG
4317 | x2:country-letters | | 00 | | RTN TO COUNTRY
4318 | x..20 | | 00 | | RTN TO POST
4319 | x..30 | | 00 | | RTN TO PHONE
4320 | x..35:percent | | 00 | | SRV DESCRIPTION
4321 | n1:yes-no | | 00 | | DANGEROUS GOODS
4322 | n1:yes-no | | 00 | | AUTH TO LEAVE
4323 | n1:yes-no | | 00 | | SIG REQUIRED
4324 | n6:day0 n4:hour-minute | | 00 | | NOT BEF DEL DT
4325 | n6:day0 n4:hour-minute | | 00 | | NOT AFT DEL DT
4326 | n6:day | | 00 | | REL DATE
4330 | n6 [x1:hyphen] | | 00 | 4331 | MAX TEMP F.
4331 | n6 [x1:hyphen] | | 00 | 4330 | MAX TEMP C.
4332 | n6 [x1:hyphen] | | 00 | 4333 | MIN TEMP F.
4333 | n6 [x1:hyphen] | | 00 | 4332 | MIN TEMP C.
7001 | n13 | | 01/02/8006/8026 | | NSN
7002 | x..30 | | 01/02 | | MEAT CUT
7003 | n6:day n4:hour-minute | | 01/02 | | EXPIRY TIME
7004 | n..4 | | 01+10 | | ACTIVE POTENCY
7005 | x..12 | | 01/02 | | CATCH AREA
7006 | n6:day | | 01/02 | | FIRST FREEZE DATE
7007 | n6:day [n6:day] | | 01/02 | | HARVEST DATE
7008 | x..3 | | 01/02 | | AQUATIC SPECIES
7009 | x..10 | | 01/02 | | FISHING GEAR TYPE
7010 | x..2 | | 01/02 | | PROD METHOD
7011 | n6:day [n4:hour-minute] | | 01/02 | | TEST BY DATE
7020 | x..20 | | 01/8006 416 | | REFURB LOT
7021 | x..20 | | 01/8006 | | FUNC STAT
7022 | x..20 | | 7021 | | REV STAT
7023 | x..30:prefix | | | | GIAI - ASSEMBLY
7030-7039 | n3:country-or-999 x..27 | | 01/02 | | PROCESSOR
7040 | n1 x1 x1 x1:importer | path | | | UIC+EXT
7041 | x..4:package | path | 00 | | UFRGT UNIT TYPE
710-717 | x..20 | | 01 | | NHRN
7230-7239 | x2 x..28 | | 01/8004 | | CERT
7240 | x..20 | | 01/8006 | | PROTOCOL
7241 | n2:media | | 8017/8018 | | AIDC MEDIA TYPE
7242 | x..25 | | 8017/8018 | | VCN
7250 | n8:full-day | | 8018 | 7251 | DOB
7251 | n8:full-day n4:hour-minute | | 8018 | 7250 | DOB TIME
7252 | n1:sex | | 8018 | | BIO SEX
7253 | x..40:percent | | 8017/8018 | 7256 7259 | FAMILY NAME
7254 | x..40:percent | | 8017/8018 | 7256 7259 | GIVEN NAME
7255 | x..10 | | 8017/8018 | 7256 7259 | SUFFIX
7256 | x..90:percent | | 8017/8018 | | FULL NAME
7257 | x..70:percent | | 8018 | | PERSON ADDR
7258 | x3:place-in-sequence | | 8018+7259 | | BIRTH SEQUENCE
7259 | x..40:percent | | 8018 | 7256 | BABY
8001 | n4:nonzero n5:nonzero n3:nonzero n1:winding n1 | | 01 | | DIMENSIONS
8002 | x..20 | | | | CMT No.
8003 | n1:zero n13:check:prefix [x..16] | key | | | GRAI
8004 | x..30:prefix | key 7040 | | | GIAI
8005 | n6 | | 01/02 | | PRICE PER UNIT
8006 | n14:check:prefix2 n4:piece | key 22,10,21 | | 01 37 | ITIP
8007 | x..34:iban | | 415 | | IBAN
8008 | n6:day n2:hour [n2:minute] [n2:second] | | 01/02 | | PROD TIME
8009 | x..50 | | 00/01 | | OPTSEN
8010 | y..30:prefix | key 8011 | | | CPID
8011 | n..12:no-zero-first | path | 8010 | | CPID SERIAL
8012 | x..20 | | 01/8006 | | VERSION
8013 | x..25:check-pair:prefix | key | | | GMN
8014 | x..25:check-pair:prefix:letter | path | 01 | | MUDI
8017 | n18:check:prefix | key 8019 | | 8018 | GSRN - PROVIDER
8018 | n18:check:prefix | key 8019 | | 8017 | GSRN - RECIPIENT
8019 | n..10 | path | 8017/8018 | | SRIN
8020 | x..25 | path | 415 | | REF No.
8026 | n14:check:prefix2 n4:piece | | 37 | 02 8006 | ITIP CONTENT
8030 | z..90 | | 00/01+21/253/255/8003/8004/8006+21/8010+8011/8017/8018 | | DIGSIG
8040 | n15 | path | 01+21 | | IMEI
8041 | n15 | path | 01+21+8040 | | SECOND IMEI
8042 | n32 | path | 01+21+8040 | | EID
8043 | n18 [n..2] | path | 01+21+8040 | | ICCID
8110 | x..70:coupon | | | | COUPON (NORTH AMERICA)
8111 | n4 | | 255 | | POINTS
8112 | x..70:offer-file-coupon | | | | COUPON (POSITIVE OFFER FILE)
8200 | x..70 | path | 01 | | PRODUCT URL
90 | x..30 | | | | INTERNAL
91-99 | x..90 | | | | INTERNAL
`;
