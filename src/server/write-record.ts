import type { PlainDate } from '@ocop/rules/date';
import { writeSnapshot } from '../record/snapshot.ts';
import type { PublicRecord } from '../record/types.ts';
import { searchDocuments } from '../search/document.ts';

/** Writes what pages made on demand read of the record, the small search index included, to a folder. */
export function writeRecord(record: PublicRecord, dir: string, today: PlainDate): void {
  writeSnapshot(record, dir, { extra: { 'search-documents.json': searchDocuments(record, today) } });
}
