/**
 * What delivery costs: a table that the shop's staff keep, and the rule that both the site and Medusa reckon a
 * price by (decision 0049). Whole đồng and whole grams throughout.
 */
import { addDong, isDong, type Dong } from './money.ts';
import { provinceName } from './place/province-name.ts';

/** What a parcel of up to `upTo` grams costs. */
export interface WeightStep {
  upTo: number;
  price: Dong;
}

/** Prices to one part of the country. */
export interface ZonePrices {
  /** In rising weight, at least one. */
  steps: readonly WeightStep[];
  /** Added for each further kilogram that is begun above the last step; 0 where the last step's price stays. */
  furtherKilogram: Dong;
  /** A parcel with goods of this sum or more is sent free; null for none. */
  freeFrom: Dong | null;
}

/** Provinces with prices of their own. `provinces`: codes of today's provinces. */
export interface DeliveryZone extends ZonePrices {
  name: string;
  provinces: readonly string[];
}

/** `charged`: `parcel`, each producer's goods are a parcel that is paid for; `order`, all goods together once. */
export interface DeliveryTable {
  charged: 'parcel' | 'order';
  zones: readonly DeliveryZone[];
  /** Every province that no zone names. */
  elsewhere: ZonePrices;
}

/** What one producer sends of an order. `sender` is null where nobody knows who makes it. */
export interface ParcelToSend {
  sender: string | null;
  grams: number;
  /** Sum of its goods. */
  goods: Dong;
}

export interface PricedParcel extends ParcelToSend {
  price: Dong;
}

export interface DeliveryQuote {
  /** In the order of their first line; a single one without sender where the order is charged once. */
  parcels: PricedParcel[];
  total: Dong;
}

/** The most of each that a table may say: beyond it a slip of the keyboard is likelier than a price. */
export const tableLimits = {
  zones: 20,
  steps: 12,
  grams: 1_000_000,
  price: 10_000_000,
  freeFrom: 500_000_000,
  name: 60,
} as const;

/** A pack of which nobody wrote the weight counts as this, grams: about what most packs of the programme weigh. */
export const UNKNOWN_PACK_GRAMS = 500;

/** One line of an order, as far as its delivery follows from it. `packGrams`: null where not known. */
export interface LineToSend {
  sender: string | null;
  quantity: number;
  packGrams: number | null;
  /** Price of all its pieces. */
  total: Dong;
}

/** The parcels of an order: one a producer, its packs with their packaging added up. */
export function parcelsOf(lines: readonly LineToSend[]): ParcelToSend[] {
  const parcels = new Map<string | null, ParcelToSend>();
  for (const { sender, quantity, packGrams, total } of lines) {
    const parcel = parcels.get(sender) ?? { sender, grams: 0, goods: 0 };
    parcel.grams += knownGrams(packGrams) * quantity;
    parcel.goods = addDong(parcel.goods, total);
    parcels.set(sender, parcel);
  }
  return [...parcels.values()];
}

/** Staff may write any number into Medusa's field for weight; one that is none counts as not written. */
function knownGrams(grams: number | null): number {
  const whole = Math.ceil(grams ?? 0);
  return whole >= 1 && whole <= tableLimits.grams ? whole : UNKNOWN_PACK_GRAMS;
}

/** A table with one price for every order, wherever it goes and whatever it weighs. */
export function flatTable(price: Dong): DeliveryTable {
  return {
    charged: 'order',
    zones: [],
    elsewhere: { steps: [{ upTo: tableLimits.grams, price }], furtherKilogram: 0, freeFrom: null },
  };
}

/** @param province code of today's province; one that no zone names costs what elsewhere costs */
export function pricesFor({ zones, elsewhere }: DeliveryTable, province: string): ZonePrices {
  return zones.find(({ provinces }) => provinces.includes(province)) ?? elsewhere;
}

/** What it costs to send these parcels to a province. Nothing to send costs nothing. */
export function quoteDelivery(
  table: DeliveryTable,
  province: string,
  parcels: readonly ParcelToSend[],
): DeliveryQuote {
  return quoteAt(table, pricesFor(table, province), parcels);
}

function quoteAt(
  { charged }: DeliveryTable,
  prices: ZonePrices,
  parcels: readonly ParcelToSend[],
): DeliveryQuote {
  const sent = charged === 'order' ? together(parcels) : parcels;
  const priced = sent.map((parcel) => ({ ...parcel, price: parcelPrice(prices, parcel) }));
  return { parcels: priced, total: addDong(...priced.map(({ price }) => price)) };
}

function together(parcels: readonly ParcelToSend[]): ParcelToSend[] {
  if (parcels.length === 0) return [];
  const grams = parcels.reduce((sum, parcel) => sum + parcel.grams, 0);
  return [{ sender: null, grams, goods: addDong(...parcels.map(({ goods }) => goods)) }];
}

function parcelPrice({ steps, furtherKilogram, freeFrom }: ZonePrices, parcel: ParcelToSend): Dong {
  if (freeFrom !== null && parcel.goods >= freeFrom) return 0;
  const step = steps.find(({ upTo }) => parcel.grams <= upTo);
  if (step) return step.price;
  const last = steps.at(-1);
  if (!last) return 0;
  return addDong(last.price, furtherKilogram * Math.ceil((parcel.grams - last.upTo) / 1_000));
}

/** The cheapest and the dearest that these parcels cost, wherever they go. */
export function deliveryRange(
  table: DeliveryTable,
  parcels: readonly ParcelToSend[],
): { least: DeliveryQuote; most: DeliveryQuote } {
  const quotes = [table.elsewhere, ...table.zones]
    .map((prices) => quoteAt(table, prices, parcels))
    .sort((a, b) => a.total - b.total);
  const none = { parcels: [], total: 0 };
  return { least: quotes[0] ?? none, most: quotes.at(-1) ?? none };
}

/** What is wrong with one place of a table. */
export type TableFault =
  | 'name-missing'
  | 'name-twice'
  | 'no-provinces'
  | 'unknown-province'
  | 'province-twice'
  | 'no-steps'
  | 'not-rising'
  | 'cheaper-when-heavier'
  | 'out-of-bounds'
  | 'too-many';

/** `zone`: its place in the table, null for elsewhere or for the table itself; `step` likewise. */
export interface FaultyPlace {
  zone: number | null;
  field: 'zones' | 'name' | 'provinces' | 'steps' | 'upTo' | 'price' | 'furtherKilogram' | 'freeFrom';
  step: number | null;
  fault: TableFault;
  /** The province that is meant, by its code. */
  province?: string;
}

/** What keeps a table from being used: every province in exactly one zone, and no parcel cheaper when heavier. */
export function tableFaults({ zones, elsewhere }: DeliveryTable): FaultyPlace[] {
  const faults: FaultyPlace[] = [];
  if (zones.length > tableLimits.zones) {
    faults.push({ zone: null, field: 'zones', step: null, fault: 'too-many' });
  }
  const named = new Set<string>();
  const placed = new Set<string>();
  for (const [zone, { name, provinces, ...prices }] of zones.entries()) {
    const at = { zone, step: null };
    if (name.trim() === '' || name.length > tableLimits.name) {
      faults.push({ ...at, field: 'name', fault: 'name-missing' });
    } else if (named.has(name)) faults.push({ ...at, field: 'name', fault: 'name-twice' });
    named.add(name);
    if (provinces.length === 0) faults.push({ ...at, field: 'provinces', fault: 'no-provinces' });
    for (const province of provinces) {
      const fault = provinceName(province) === null ? 'unknown-province' : 'province-twice';
      if (fault === 'unknown-province' || placed.has(province)) {
        faults.push({ ...at, field: 'provinces', fault, province });
      }
      placed.add(province);
    }
    faults.push(...priceFaults(zone, prices));
  }
  return [...faults, ...priceFaults(null, elsewhere)];
}

function priceFaults(zone: number | null, { steps, furtherKilogram, freeFrom }: ZonePrices): FaultyPlace[] {
  const faults: FaultyPlace[] = [];
  const add = (field: FaultyPlace['field'], fault: TableFault, step: number | null = null) =>
    faults.push({ zone, field, step, fault });
  if (steps.length === 0) add('steps', 'no-steps');
  if (steps.length > tableLimits.steps) add('steps', 'too-many');
  for (const [at, { upTo, price }] of steps.entries()) {
    const before = steps[at - 1];
    if (!isDong(upTo) || upTo < 1 || upTo > tableLimits.grams) add('upTo', 'out-of-bounds', at);
    else if (before && upTo <= before.upTo) add('upTo', 'not-rising', at);
    if (!isDong(price) || price > tableLimits.price) add('price', 'out-of-bounds', at);
    else if (before && price < before.price) add('price', 'cheaper-when-heavier', at);
  }
  if (!isDong(furtherKilogram) || furtherKilogram > tableLimits.price)
    add('furtherKilogram', 'out-of-bounds');
  if (freeFrom !== null && (!isDong(freeFrom) || freeFrom > tableLimits.freeFrom)) {
    add('freeFrom', 'out-of-bounds');
  }
  return faults;
}
