/** Why a value, an element string or a GS1 Digital Link was refused. */
export type Fault = ContentFault | ElementFault | UriFault;

/** What is wrong inside the value of one application identifier (GS1 syntax tests, "linters"). */
export type ContentFault =
  | 'not-a-digit'
  | 'character-outside-set-82'
  | 'character-outside-set-39'
  | 'character-outside-set-64'
  | 'wrong-padding'
  | 'check-digit'
  | 'check-pair'
  | 'too-short-for-check-pair'
  | 'company-prefix'
  | 'too-short-for-company-prefix'
  | 'importer-index'
  | 'not-zero'
  | 'zero'
  | 'zero-in-front'
  | 'no-letter'
  | 'not-a-hyphen'
  | 'not-yes-or-no'
  | 'winding'
  | 'sex'
  | 'country'
  | 'country-letters'
  | 'currency'
  | 'iban-too-short'
  | 'iban-character'
  | 'iban-country'
  | 'iban-check'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'piece-zero'
  | 'total-zero'
  | 'piece-over-total'
  | 'percent-encoding'
  | 'latitude'
  | 'longitude'
  | 'media-type'
  | 'package-type'
  | 'place-in-sequence'
  | 'place-over-end'
  | 'coupon';

/** What is wrong with the elements around a value, or with how they are written. */
export type ElementFault =
  | 'unknown-ai'
  | 'value-missing'
  | 'value-too-short'
  | 'value-too-long'
  | 'separator-in-value'
  | 'brackets'
  | 'no-separator-first'
  | 'nothing'
  | 'repeated-ai'
  | 'too-many-elements'
  | 'excluded-ai'
  | 'required-ai'
  | 'serial-required'
  | 'symbology';

/** What is wrong with a URI that should be a GS1 Digital Link. */
export type UriFault =
  | 'too-long'
  | 'illegal-character'
  | 'scheme'
  | 'domain'
  | 'stem'
  | 'no-key'
  | 'null-character'
  | 'path-sequence'
  | 'not-an-attribute'
  | 'belongs-in-path';

export interface Refusal {
  ok: false;
  reason: Fault;
  /** The application identifier at fault, null where the whole text is. */
  ai: string | null;
  /** What is wrong and where, for logs and technical answers; pages have their own words. */
  message: string;
}

export type Parsed<T> = { ok: true; value: T } | Refusal;

export function refuse(reason: Fault, ai: string | null, message: string): Refusal {
  return { ok: false, reason, ai, message: ai === null ? message : `AI (${ai}): ${message}` };
}
