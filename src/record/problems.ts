/** Problems of content files, in words for the person who keeps them. */
import type { z } from 'zod';

export interface ContentProblem {
  /** Path from the content folder, for example 'products/tuong-ban/product.yaml'. */
  file: string;
  /** Dotted path of the field; empty where the whole file is meant. */
  field: string;
  /** What is wrong and what to write instead. */
  message: string;
}

/** Thrown by loadRecord with every problem of the folder, so one run is enough to mend them all. */
export class ContentError extends Error {
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[], contentDir: string) {
    const sorted = [...problems].sort((a, b) => compare(a.file, b.file) || compare(a.field, b.field));
    const lines = sorted.map((problem) => `  ${problemLine(problem)}`);
    const count = sorted.length === 1 ? '1 problem' : `${sorted.length} problems`;
    super(`The content in ${contentDir} has ${count}:\n${lines.join('\n')}`);
    this.name = 'ContentError';
    this.problems = sorted;
  }
}

/** One problem on a line: file, field, what is wrong and what to write. */
export function problemLine({ file, field, message }: ContentProblem): string {
  return `${file}${field === '' ? '' : ` · ${field}`}: ${message}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Turns the issues of one parsed file into problems: what was found, then the schema's own hint of
 * what to write.
 */
export function schemaProblems(
  file: string,
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
): ContentProblem[] {
  return issues.flatMap((issue): ContentProblem[] => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        field: [...path, key].join('.'),
        message: 'this field is not known here; correct its spelling or take it out',
      }));
    }
    return [{ file, field: path.join('.'), message: `${found(data, path)}; ${hint(issue.message)}` }];
  });
}

/** A hint of ours starts with "write"; anything else is zod's own wording. */
function hint(message: string): string {
  return message.startsWith('write') ? message : `write it differently (${message})`;
}

function found(data: unknown, path: readonly string[]): string {
  let value: unknown = data;
  for (const step of path) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  }
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list was found';
  if (typeof value === 'object') return 'a group of fields was found';
  const shown = typeof value === 'string' ? `"${value}"` : String(value);
  return `${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown} was found`;
}
