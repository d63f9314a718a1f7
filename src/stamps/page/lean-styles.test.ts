import { describe, expect, test } from 'vitest';
import { leanStyles } from './lean-styles.ts';

const page = (style: string, body: string) =>
  `<!doctype html><style>${style}</style><body class="v-active">${body}</body>`;
const verdict = '<div class="verdict cut"></div>';
const lean = (style: string, body = verdict) =>
  /<style>(.*)<\/style>/s.exec(leanStyles(page(style, body)))?.[1];

describe('of the styles of a stamp page', () => {
  test('rules for classes that nothing has go, also those within a media query', () => {
    const own = '.v-active .verdict{color:red}.v-active svg{fill:red}';
    const other = '.v-recalled .verdict{color:blue}.v-recalled h1{font-size:2rem}.told{gap:1px}';
    const print = '@media print{.v-voided .verdict{color:#000}.cut{display:none}}';
    expect(lean(`${other}p{margin:.5rem}${own}${other}${print}`)).toBe(
      `p{margin:.5rem}${own}@media print{.cut{display:none}}`,
    );
  });

  test('a rule with several selectors stays whole, and so does one that speaks of classes to be without', () => {
    const kept =
      'p{margin:0}.v-active h1,.v-voided h1{color:red}.v-voided p,.v-active p{color:blue}' +
      '.verdict a:not(.button){color:red}.verdict>:is(.told,p){margin:0}.verdict>:nth-child(n+3){color:red}';
    expect(lean(kept)).toBe(kept);
  });

  test('tokens that nothing asks for go, in every colour scheme, those of tokens that went as well', () => {
    const style =
      ':root{--a:1px;--b:var(--c);--c:url("data:x;y{z}");--d:2px}@media print{:root{--a:3px;--d:4px}}' +
      'p{margin:var(--a)}.told{gap:var(--d)}';
    expect(lean(style)).toBe(':root{--a:1px;}@media print{:root{--a:3px;}}p{margin:var(--a)}');
  });

  test('what a drawing or an attribute asks for stays', () => {
    const style = ':root{--back:#fff;--n:3;--shelf:#eee}';
    const body = '<rect fill="var(--back,#000)"/><i style="width:calc(var(--n) * 1em)"></i>';
    expect(lean(style, body)).toBe(':root{--back:#fff;--n:3;}');
  });

  test('a page without styles is left as it is', () => {
    expect(leanStyles(`<p class="x">.y{z:1}</p>`)).toBe(`<p class="x">.y{z:1}</p>`);
  });
});
