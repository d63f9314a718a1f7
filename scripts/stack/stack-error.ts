/** A start that cannot go on, with a message for the person at the terminal; no stack trace is shown. */
export class StackError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StackError';
  }
}
