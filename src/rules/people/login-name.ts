/**
 * What an account is signed in with: an e-mail address, or a name of the person's own for whoever has none. Medusa
 * keeps both as they were typed and takes `A@x.vn` and `a@x.vn` for two people: everything goes through here first.
 */
export interface LoginName {
  kind: 'email' | 'name';
  /** As it is kept and compared. */
  login: string;
}

/** Longest that is read at all, in characters: an address of 254 and some spaces. */
export const LOGIN_LENGTH = 260;
export const LOGIN_NAME_MIN = 4;
export const LOGIN_NAME_MAX = 40;

/** One address and nothing besides, in ASCII: it becomes a header, and look-alikes of other scripts are two people. */
const emailShape =
  /^[a-z\d!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/;
const nameShape = /^[a-z\d]+(?:\.[a-z\d]+)*$/;

/**
 * Brings a typed login to the form it is kept in: small letters, without marks (`Bà Tư` → `ba.tu`), spaces, hyphens
 * and underscores as points. A name holds a letter, so that it is nobody's telephone number.
 * @returns null for what is neither an address nor a name
 */
export function readLoginName(typed: string): LoginName | null {
  if (typed.length > LOGIN_LENGTH) return null;
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text.includes('@')) {
    return text.length <= 254 && emailShape.test(text) ? { kind: 'email', login: text } : null;
  }
  const login = text
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s_-]+/g, '.');
  const fits = login.length >= LOGIN_NAME_MIN && login.length <= LOGIN_NAME_MAX;
  return fits && nameShape.test(login) && /[a-z]/.test(login) ? { kind: 'name', login } : null;
}
