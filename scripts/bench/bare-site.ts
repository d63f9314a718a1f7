/** The yardstick: an Astro project with nothing in it but one page, built by the same Astro. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A project that builds `pages` static pages, each a heading and a line. */
export async function writeBareStaticSite(dir: string, pages: number): Promise<void> {
  await mkdir(join(dir, 'src/pages'), { recursive: true });
  await writeFile(join(dir, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  await writeFile(
    join(dir, 'astro.config.mjs'),
    "import { defineConfig } from 'astro/config';\nexport default defineConfig({ build: { format: 'file' } });\n",
  );
  await writeFile(
    join(dir, 'src/pages/[id].astro'),
    `---
export function getStaticPaths() {
  return Array.from({ length: ${pages} }, (_, n) => ({ params: { id: 'p' + n } }));
}
const { id } = Astro.params;
---
<html lang="vi"><head><title>{id}</title></head><body><h1>{id}</h1><p>Trang trống.</p></body></html>
`,
  );
}

/** A project with one page rendered on demand by the standalone Node adapter. */
export async function writeBareServerSite(dir: string): Promise<void> {
  await mkdir(join(dir, 'src/pages'), { recursive: true });
  await writeFile(join(dir, 'package.json'), JSON.stringify({ type: 'module', private: true }));
  await writeFile(
    join(dir, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config';
import node from '@astrojs/node';
export default defineConfig({ output: 'server', adapter: node({ mode: 'standalone' }) });
`,
  );
  await writeFile(
    join(dir, 'src/pages/index.astro'),
    `---
export const prerender = false;
const at = new Date().toISOString();
---
<html lang="vi"><head><title>Trống</title></head><body><h1>Trang trống</h1><p>{at}</p></body></html>
`,
  );
}
