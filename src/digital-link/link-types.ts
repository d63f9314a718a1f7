/**
 * Link types of the GS1 Web vocabulary this site has something for. Others are understood and
 * answered with "not found".
 */
export const linkTypes = [
  'pip',
  'certificationInfo',
  'traceability',
  'recallStatus',
  'verificationService',
  'epcis',
] as const;

export type LinkType = (typeof linkTypes)[number];

/** Namespace of the vocabulary, `gs1:` in short (GS1-Conformant resolver 1.2, 2.14). */
export const GS1_VOCABULARY = 'https://ref.gs1.org/voc/';

/** What was asked for: all links, the main one, or one kind; null for a kind nobody here has. */
export type AskedFor = 'linkset' | 'default' | LinkType | null;

/**
 * Reads `linkType=` (section 2.6 of the standard): 'linkset' or its older name 'all', a type with
 * the prefix `gs1:` or as a full URI, of the vocabulary's present or earlier address.
 */
export function readLinkType(value: string | null): AskedFor {
  if (value === null || value === '') return 'default';
  if (value === 'linkset' || value === 'all') return 'linkset';
  const name = /^(?:gs1:|https?:\/\/(?:ref\.|www\.)?gs1\.org\/voc\/)(\w+)$/.exec(value)?.[1];
  if (name === 'defaultLink') return 'default';
  return linkTypes.find((type) => type === name) ?? null;
}
