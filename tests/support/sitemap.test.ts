import { expect, it } from 'vitest';
import { someOfEveryKind } from './sitemap.ts';

const products = ['a', 'bbbbbbb', 'cc', 'ddd', 'eeee', 'fffff'].map((slug) => `/san-pham/${slug}`);
const single = ['/', '/en/', '/tem', '/en/tem', '/san-pham', '/en/san-pham/a', '/san-pham/trang/2'];

it('keeps every kind in each language, and of a kind the shortest, the longest and some between', () => {
  expect(someOfEveryKind([...products, ...single], 3).toSorted()).toEqual(
    ['/san-pham/a', '/san-pham/bbbbbbb', '/san-pham/eeee', ...single].toSorted(),
  );
});

it('keeps every page where there are no more, and where all are wanted', () => {
  const paths = [...products, ...single];
  for (const most of [6, Infinity]) expect(someOfEveryKind(paths, most).toSorted()).toEqual(paths.toSorted());
});
