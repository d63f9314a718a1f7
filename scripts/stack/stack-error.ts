/** A start that cannot go on, in words for the person at the terminal; no stack trace is shown. */
export class StackError extends Error {
  constructor(words: string) {
    super(words);
    this.name = 'StackError';
  }
}
