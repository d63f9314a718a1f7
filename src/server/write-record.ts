import type { PlainDate } from '@ocop/rules/date';
import { PHOTOS_FILE, writeSnapshot } from '../record/snapshot.ts';
import type { PublicRecord } from '../record/types.ts';
import { loadUnitTable } from '../record/units.ts';
import { searchDocuments } from '../search/document.ts';
import { lexiconFile } from '../search/understanding/lexicon.ts';

/**
 * Writes what pages made on demand read of the record to a folder: the small search index and the names that
 * searches are read with included.
 * @param photos the files of photos as the build made them; none where photos are made on the fly
 */
export async function writeRecord(
  record: PublicRecord,
  dir: string,
  today: PlainDate,
  photos: unknown = {},
): Promise<void> {
  const units = await loadUnitTable();
  writeSnapshot(record, dir, {
    extra: {
      'search-documents.json': searchDocuments(record, today, units),
      'search-lexicon.json': lexiconFile(record, units),
      [PHOTOS_FILE]: photos,
    },
  });
}
