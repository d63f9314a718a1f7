import { describe, expect, it } from 'vitest';
import { bySender, formerProvinceIn } from './sender.ts';

describe('bySender', () => {
  const line = (sku: string, id: string) => ({ sku, sender: { id, name: id, place: '' } });

  it('keeps the order of lines and of senders', () => {
    const sendings = bySender([line('a', 'x'), line('b', 'y'), line('c', 'x'), line('d', '')]);
    expect(sendings.map(({ sender, lines }) => [sender.id, lines.map(({ sku }) => sku)])).toEqual([
      ['x', ['a', 'c']],
      ['y', ['b']],
      ['', ['d']],
    ]);
  });
});

describe('formerProvinceIn', () => {
  it.each([
    ['xã Mộc Nam, huyện Ý Yên, tỉnh Nam Định', ['Hà Nam', 'Nam Định'], 'Nam Định'],
    ['Tuy Hòa, Phú Yên', ['Phú Yên'], 'Phú Yên'],
    ['Tuy Hòa, T. Phú Yên', ['Phú Yên'], null],
    ['TP. Tuy Hoà, Tỉnh  PHÚ YÊN', ['Phú Yên'], 'Phú Yên'],
    ['phường Phan Thiết, tỉnh Lâm Đồng', ['Bình Thuận', 'Đắk Nông'], null],
    ['Nam Định', [], null],
    ['', ['Phú Yên'], null],
    [null, ['Phú Yên'], null],
  ])('%s, of %j: %s', (printed, former, name) => {
    expect(formerProvinceIn(printed, former)).toBe(name);
  });
});
