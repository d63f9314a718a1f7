import { createHash } from 'node:crypto';

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const runnable = /^(|text\/javascript|module|application\/javascript)$/i;

/**
 * CSP sources of the scripts written into a page. Scripts with an address and data blocks such as
 * JSON-LD need none.
 */
export function inlineScriptSources(html: string): string[] {
  const found = [...html.matchAll(script)].flatMap(([, attributes = '', content = '']) => {
    if (/\ssrc\s*=/i.test(attributes) || content === '') return [];
    const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? '';
    return runnable.test(type) ? [cspSource(content)] : [];
  });
  return [...new Set(found)];
}

/**
 * CSP sources of the scripts Astro writes around an interactive component. Pages rendered on demand
 * are not there to be read at build time, so these are taken from Astro itself.
 * @throws when an Astro release moved them, so that the build stops rather than the search box.
 */
export async function astroIslandSources(): Promise<string[]> {
  const names = [
    'server/astro-island.prebuilt.js',
    ...['load', 'idle', 'visible', 'media', 'only'].map((name) => `client/${name}.prebuilt.js`),
  ];
  return Promise.all(
    names.map(async (name) => {
      const module = (await import(`astro/runtime/${name}`)) as { default?: unknown };
      if (typeof module.default === 'string') return cspSource(module.default);
      throw new Error(`astro/runtime/${name} no longer holds a script; update src/server/inline-scripts.ts.`);
    }),
  );
}

function cspSource(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
