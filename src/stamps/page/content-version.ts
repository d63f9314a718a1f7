import { createHash } from 'node:crypto';

const versions = new WeakMap<object, string>();

/**
 * A short name for the content of a value that is never changed: equal for equal content. Worked out once
 * for each object, so it costs nothing where the same object is seen again and again.
 */
export function contentVersion(value: object): string {
  const known = versions.get(value);
  if (known !== undefined) return known;
  const version = createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
  versions.set(value, version);
  return version;
}
