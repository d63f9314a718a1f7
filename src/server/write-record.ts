import type { PlainDate } from '@ocop/rules/date';
import { PHOTOS_FILE, writeSnapshot } from '../record/snapshot.ts';
import type { PublicRecord } from '../record/types.ts';
import { searchDocuments } from '../search/document.ts';

/**
 * Writes what pages made on demand read of the record, the small search index included, to a folder.
 * @param photos the files of photos as the build made them; none where photos are made on the fly
 */
export function writeRecord(record: PublicRecord, dir: string, today: PlainDate, photos: unknown = {}): void {
  writeSnapshot(record, dir, {
    extra: { 'search-documents.json': searchDocuments(record, today), [PHOTOS_FILE]: photos },
  });
}
