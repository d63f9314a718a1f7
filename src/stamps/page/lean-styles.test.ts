import { describe, expect, test } from 'vitest';
import { leanStyles } from './lean-styles.ts';

const page = (style: string, body = '') =>
  `<!doctype html><style>${style}</style><body class="v-active">${body}</body>`;
const styleOf = (html: string) => /<style>(.*)<\/style>/s.exec(html)?.[1];
const lean = (style: string, body?: string) => styleOf(leanStyles(page(style, body)));

describe('of the styles of a stamp page', () => {
  test('the rules of other verdicts go, also those within a media query', () => {
    const active = '.v-active .verdict{color:red}.v-active svg{fill:red}';
    const other = '.v-recalled .verdict{color:blue}.v-recalled h1{font-size:2rem}';
    const print = '@media print{.v-voided .verdict{color:#000}.on{display:none}}';
    expect(lean(`${other}p{margin:0}${active}${other}${print}`)).toBe(
      `p{margin:0}${active}@media print{.on{display:none}}`,
    );
  });

  test('a rule that several verdicts share stays whole', () => {
    const shared = 'p{margin:0}.v-active h1,.v-voided h1{color:red}.v-voided p,.v-active p{color:blue}';
    expect(lean(shared)).toBe(shared);
  });

  test('tokens that nothing asks for go, in every colour scheme, those of tokens that went as well', () => {
    const style =
      ':root{--a:1px;--b:var(--c);--c:url("data:x;y{z}");--d:2px}@media print{:root{--a:3px;--d:4px}}p{margin:var(--a)}';
    expect(lean(style)).toBe(':root{--a:1px;}@media print{:root{--a:3px;}}p{margin:var(--a)}');
  });

  test('what a drawing or an attribute asks for stays', () => {
    const style = ':root{--back:#fff;--n:3;--shelf:#eee}';
    const body = '<rect fill="var(--back,#000)"/><i style="width:calc(var(--n) * 1em)"></i>';
    expect(lean(style, body)).toBe(':root{--back:#fff;--n:3;}');
  });

  test('a page that names no verdict is left as it is', () => {
    const other = '<style>.v-voided p{color:red}</style><body>';
    expect(leanStyles(other)).toBe(other);
  });
});
