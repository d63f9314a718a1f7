import path from 'node:path';
import { photoMasters } from '../../src/illustration/photo-masters.ts';
import { loadRecord } from '../../src/record/load.ts';
import { problemLine, type ContentProblem } from '../../src/record/problems.ts';
import type { PublicRecord } from '../../src/record/types.ts';

/** Notes told one by one; a record of ten thousand products may hold a note for each. */
const TOLD = 20;

/**
 * Reads the record and says what in it is worth a look: photos no picture can be made of, then the loader's own
 * notes. Nothing of that stops a start.
 * @throws ContentError
 */
export async function readContent(
  { CONTENT_DIR, SAMPLES }: { CONTENT_DIR: string; SAMPLES: boolean },
  tell: (line: string) => void,
): Promise<PublicRecord> {
  const contentDir = path.resolve(CONTENT_DIR);
  const record = await loadRecord({ contentDir, samples: SAMPLES });
  const { faults } = await photoMasters(record.products);
  const photos = faults.map(({ photo, message }): ContentProblem => ({
    file: path.relative(contentDir, photo).replaceAll('\\', '/'),
    field: '',
    message,
  }));
  for (const fault of photos) tell(`PHOTO LEFT OUT ${problemLine(fault)}`);
  for (const note of record.notes.slice(0, TOLD)) tell(`Worth a look: ${problemLine(note)}`);
  const more = record.notes.length - TOLD;
  if (more > 0) tell(`Worth a look: ${more} more of the like.`);
  return record;
}

/** What a start says of the record it read. */
export function contentSummary({
  products,
  producers,
}: Pick<PublicRecord, 'products' | 'producers'>): string {
  return `${products.length} products of ${producers.length} producers`;
}
