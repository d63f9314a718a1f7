/**
 * Percent-encoding as GS1 Digital Link uses it, byte by byte. '+' stands for a space in the query
 * and for itself in the path.
 */
export type UriPlace = 'path' | 'query';

/**
 * The text without its percent-encoding. What is no encoding ('%4G', a '%' at the end) stays as it
 * is, and a byte above 127 becomes the character of that number: no element may hold either, so
 * the checks of the value refuse what needs refusing. Never throws.
 */
export function percentDecode(text: string, place: UriPlace): string {
  const spaced = place === 'query' ? text.replaceAll('+', ' ') : text;
  return spaced.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * The text with everything but letters, digits and '-._~' encoded (RFC 3986, 2.3). For texts of
 * one byte a character, which every value of an application identifier is.
 */
export function percentEncode(text: string, place: UriPlace): string {
  return text.replace(/[^A-Za-z0-9\-._~]/g, (character) => {
    if (character === ' ' && place === 'query') return '+';
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}
