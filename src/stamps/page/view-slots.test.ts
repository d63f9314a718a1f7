import { describe, expect, test } from 'vitest';
import { shareView } from './view-slots.ts';
import type { StampView } from './stamp-view.ts';

const view: StampView = {
  lang: 'vi',
  verdict: 'active',
  title: 'Tem đang dùng',
  text: 'Mã do trang phát hành.',
  told: [],
  callsMaker: false,
  reasons: [],
  host: 'Bạn đang ở example.vn.',
  path: '/T/AAAA',
  otherPath: '/en/T/AAAA',
  code: 'AAAAA-BBBBB',
  opened: 'AAAA',
  isSigned: false,
  product: null,
  productNote: '',
  lot: [],
  lotNote: null,
  journey: null,
  scans: [
    { label: 'Lần đầu', value: '10:00' },
    { label: 'Số lần', value: '7' },
  ],
  scansNote: '',
  caution: null,
  reportHref: '/bao-lai?ma=AAAA',
  buyHref: null,
  sample: false,
};

describe('the view many stamps share', () => {
  test('holds nothing that is of one stamp alone, and gives it back as texts', () => {
    const { shared, texts } = shareView(view);
    expect(JSON.stringify(shared)).not.toMatch(/AAAA|10:00/);
    expect(Object.values(texts).sort()).toEqual(
      ['/T/AAAA', '/bao-lai?ma=AAAA', '/en/T/AAAA', '10:00', '7', 'AAAA', 'AAAAA-BBBBB'].sort(),
    );
  });

  test('is the same for two stamps of a lot, and another where a verdict, day or sentence differs', () => {
    const key = (one: StampView) => JSON.stringify(shareView(one).shared);
    const other = { ...view, code: 'CCCCC-DDDDD', path: '/T/CCCC', reportHref: '/bao-lai?ma=CCCC' };
    expect(key(other)).toBe(key(view));
    expect(key({ ...view, verdict: 'recalled' })).not.toBe(key(view));
    expect(key({ ...view, code: null })).not.toBe(key(view));
    expect(key({ ...view, caution: 'Nhiều lần quét.' })).not.toBe(key(view));
  });
});
