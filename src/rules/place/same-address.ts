/**
 * Whether two spellings of an address differ in nothing a reader would care about: capitals, spaces,
 * commas and stops, the country at the end. An address is then told once.
 */
export function isSameAddress(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(address: string): string {
  return address
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s,.;–-]+/gu, ' ')
    .trim()
    .replace(/ ?việt nam$/u, '');
}
