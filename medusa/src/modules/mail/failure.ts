/**
 * Why a message could not be sent, without whom it was for: mail servers repeat the address in what they answer.
 * `server`: nothing can be sent at this time. `message`: this one not at this time. `refused`: this one never.
 */
export interface SendFailure {
  reach: 'server' | 'message' | 'refused';
  /** Short, like `ECONNECTION` or `550`. */
  code: string;
}

const told = /send-failure:(server|message|refused):([\w-]{1,40})/;

/** An error that carries a failure through Medusa's notification module, which passes on the text of an error alone. */
export function failureError({ reach, code }: SendFailure): Error {
  return new Error(`send-failure:${reach}:${code.replace(/[^\w-]/g, '').slice(0, 40) || 'unknown'}`);
}

/** The failure in an error, however it was wrapped; what is none of ours may be over the next time. */
export function failureIn(error: unknown): SendFailure {
  const [, reach, code] = told.exec(error instanceof Error ? error.message : '') ?? [];
  if (!reach || !code) return { reach: 'message', code: 'unknown' };
  return { reach: reach as SendFailure['reach'], code };
}

interface SmtpError {
  code?: unknown;
  responseCode?: unknown;
}

/** Codes of nodemailer and of Node that say that no message can be sent. */
const serverCodes: ReadonlySet<string> = new Set([
  ...['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROTOCOL'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOSPC', 'EACCES', 'EROFS'],
]);

/** What nodemailer's error comes to. */
export function smtpFailure(error: unknown): SendFailure {
  const { code, responseCode } = (error ?? {}) as SmtpError;
  const name = typeof code === 'string' ? code : 'unknown';
  if (serverCodes.has(name)) return { reach: 'server', code: name };
  if (typeof responseCode !== 'number') return { reach: 'message', code: name };
  // 421: the server is closing. 4xx else: this message later. 5xx: never.
  if (responseCode === 421) return { reach: 'server', code: String(responseCode) };
  return { reach: responseCode >= 500 ? 'refused' : 'message', code: String(responseCode) };
}
