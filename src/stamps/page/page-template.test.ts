import { expect, test } from 'vitest';
import { fillTemplate, fillText, pageTemplate, slot } from './page-template.ts';

const html = `<p>Lần quét: ${slot('count')}</p><a href="/T/${slot('code')}">${slot('code')}</a>`;

const fill = (page: string, texts: Record<string, string>) =>
  fillTemplate(pageTemplate(page), texts).toString();

test('a page is filled with the texts of one stamp, escaped', () => {
  const filled = fill(html, { count: '3 & <b>', code: `ABC"'` });
  expect(filled).toBe('<p>Lần quét: 3 &#38; &#60;b&#62;</p><a href="/T/ABC&#34;&#39;">ABC&#34;&#39;</a>');
});

test('a slot without a text stays empty', () => {
  expect(fill(html, { toString: 'x' })).toBe('<p>Lần quét: </p><a href="/T/"></a>');
  expect(fill(`a${slot('constructor')}b`, {})).toBe('ab');
});

test('a text is not taken for a slot again', () => {
  expect(fill(slot('one'), { one: slot('two'), two: 'x' })).toBe(slot('two'));
});

test('what is no HTML is filled as it is', () => {
  expect(fillText(`${slot('count')} & ${slot('count')}`, { count: '<3>' })).toBe('<3> & <3>');
});
