/** The official schema and examples of EPCIS 2.0, where the folder with them lies beside this one. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const folder = resolve(import.meta.dirname, '../../../../../shared/data/epcis');

const read = (file: string): unknown => JSON.parse(readFileSync(resolve(folder, file), 'utf8'));

/** Says of a document what the official schema says: whether it is valid, and why not. */
export type OfficialCheck = (document: unknown) => { ok: boolean; why: string };

function compiled(): OfficialCheck {
  const ajv = new Ajv({ strict: false, allErrors: false });
  formats.default(ajv);
  const validate = ajv.compile(read('epcis-json-schema-2.0.1.json') as object);
  return (document) => {
    const ok = validate(document);
    return { ok, why: ok ? '' : ajv.errorsText(validate.errors) };
  };
}

/** Null where there is no ../shared. */
export const official = existsSync(folder)
  ? {
      check: compiled(),
      examples: readdirSync(resolve(folder, 'examples'))
        .sort()
        .map((name) => ({ name, document: read(`examples/${name}`) })),
    }
  : null;

/** The title of a test that needs them. */
export const title = (words: string): string => (official ? words : 'skipped: no ../shared');
