/** The part of js-yaml that is used here; the package brings no types of its own. */
declare module 'js-yaml' {
  export interface TypeOptions {
    kind: 'scalar';
    resolve(text: string): boolean;
    construct(text: string): unknown;
  }
  /** How one kind of value is read. Of two with one tag in a schema the later counts. */
  export class Type {
    constructor(tag: string, options: TypeOptions);
    readonly tag: string;
    /** False for null, which is how js-yaml hands an empty value on. */
    resolve(text: string): boolean;
    construct(text: string): unknown;
  }
  export interface Schema {
    readonly compiledImplicit: readonly Type[];
    extend(more: { implicit: readonly Type[] }): Schema;
  }
  /** YAML 1.2 core: days stay text, no `yes`/`no`. */
  export const CORE_SCHEMA: Schema;
  export class YAMLException extends Error {
    readonly reason: string;
    /** Both count from 0. */
    readonly mark?: { readonly line: number; readonly column: number };
  }
  /** Throws YAMLException. An empty text gives undefined. */
  export function load(text: string, options: { schema: Schema }): unknown;
  /** The text that {@link load} reads back to an equal value. */
  export function dump(value: unknown, options: { schema: Schema }): string;
}
