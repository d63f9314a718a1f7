import { describe, expect, it } from 'vitest';
import { astroIslandSources, inlineScriptSources } from './inline-scripts.ts';

describe('inlineScriptSources', () => {
  it('hashes the text of a script as a browser does', () => {
    // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
    expect(inlineScriptSources('<script>alert(1)</script>')).toEqual([
      "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
    ]);
  });

  it('counts modules, and the same script once', () => {
    const page = '<script type="module">go()</script>text<script type="module">go()</script>';
    expect(inlineScriptSources(page)).toHaveLength(1);
  });

  it.each([
    ['a script with an address', '<script src="/a.js"></script>'],
    ['a script with an address and a type', '<script type="module" src="/_astro/a.js"></script>'],
    ['data', '<script type="application/ld+json">{"@type":"Product"}</script>'],
    ['nothing', '<p>script</p>'],
  ])('needs none for %s', (_case, html) => expect(inlineScriptSources(html)).toEqual([]));
});

describe('astroIslandSources', () => {
  it('still finds the scripts of the installed Astro', async () => {
    const sources = await astroIslandSources();
    expect(sources).toHaveLength(6);
    for (const source of sources) expect(source).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/);
  });
});
