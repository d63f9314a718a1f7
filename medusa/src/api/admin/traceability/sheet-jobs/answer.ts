import type { SheetJobAnswer } from '@ocop/contract/stamp-sheets';
import type { JobRow } from '../../../../modules/stamp-sheets/jobs.ts';
import { sheetFiles } from '../../../../modules/stamp-sheets/sheet.ts';

/** A job as it is told: not where its file lies. */
export function jobAnswer(row: JobRow): SheetJobAnswer {
  const { id, range, format, state, done, total, bytes, problem } = row;
  return {
    job: {
      ...{ id, range, format, state, done, total, bytes, problem },
      fileName: `tem-${range}.${sheetFiles[format].ending}`,
      expiresAt: new Date(row.expiresAt).toISOString(),
    },
  };
}
