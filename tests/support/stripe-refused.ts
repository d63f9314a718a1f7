/** An answer that says no, as Stripe words it. */
export class Refused extends Error {
  readonly status: number;
  readonly error: { type: string; code?: string; message: string };

  constructor(status: number, code: string | null, message: string, type = 'invalid_request_error') {
    super(message);
    this.status = status;
    this.error = { type, message, ...(code === null ? {} : { code }) };
  }
}
