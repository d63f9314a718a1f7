import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface MedusaRoute {
  method: string;
  /** With parameters as `:name`. */
  path: string;
}

const ROOTS = [
  'medusa/src/api',
  'node_modules/@medusajs/medusa/dist/api',
  'node_modules/@medusajs/draft-order',
];
// `export async function GET` in ours, `exports.GET = GET` in what Medusa was compiled to.
const EXPORTED =
  /(?:export (?:async )?(?:function|const) |exports\.)(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b(?! = (?:exports|void))/g;

/**
 * Every route of the commerce server: ours and Medusa's own, as Medusa finds them, by the files called `route`.
 * @throws where a file has no method this can read: then it would be missing from the table without a word
 */
export function medusaRoutes(): MedusaRoute[] {
  const found = new Map<string, MedusaRoute>();
  for (const root of ROOTS) {
    for (const file of globSync('**/route.{js,ts}', { cwd: root })) {
      const methods = [...readFileSync(path.join(root, file), 'utf8').matchAll(EXPORTED)].map(
        ([, one]) => one,
      );
      if (methods.length === 0) throw new Error(`${root}/${file} exports no method that can be read.`);
      const pathname = `/${path.dirname(file)}`.replace(/\[(\w+)\]/g, ':$1');
      for (const method of methods)
        found.set(`${method} ${pathname}`, { method: method ?? '', path: pathname });
    }
  }
  return [...found.values()].sort((one, other) => one.path.localeCompare(other.path));
}
