/** Texts in the files of the record: in one language or in both. */
import { z } from 'zod';

/** One line that is not empty. @param hint what to write, for the editor of the file */
export function line(hint: string) {
  return z.string({ error: hint }).trim().min(1, { error: hint });
}

export const textHint = 'write two lines below it, "vi:" and "en:"';
/** A text in both languages. */
export const text = z.strictObject(
  {
    vi: line('write the Vietnamese text in one or more words'),
    en: line('write the English text in one or more words'),
  },
  { error: textHint },
);
