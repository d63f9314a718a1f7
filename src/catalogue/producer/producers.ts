import type { Producer, PublicRecord } from '../../record/types.ts';

const vietnamese = new Intl.Collator('vi');

/** Producers by Vietnamese name, as their list shows them. */
export function producersByName(record: PublicRecord): readonly Producer[] {
  return record.producers.toSorted((a, b) => vietnamese.compare(a.name.vi, b.name.vi));
}
