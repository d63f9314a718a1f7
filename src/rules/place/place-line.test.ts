import { describe, expect, it } from 'vitest';
import { detailInEnglish, placeLine, unitNameIn } from './place-line.ts';

describe('unitNameIn', () => {
  it.each([
    ['Phường Phan Thiết', 'Phan Thiết ward'],
    ['Xã Phù Lãng', 'Phù Lãng commune'],
    ['Đặc khu Vân Đồn', 'Vân Đồn special zone'],
    ['Thị trấn Phố Mới', 'Phố Mới township'],
    ['Thị xã Quế Võ', 'Quế Võ town'],
    ['Phường 5', 'Ward 5'],
    ['Quận 10', 'District 10'],
    ['Quảng Ninh', 'Quảng Ninh'],
  ])('%s is %s in English', (name, english) => {
    expect(unitNameIn(name, 'en')).toBe(english);
    expect(unitNameIn(name, 'vi')).toBe(name);
  });
});

describe('detailInEnglish', () => {
  it.each([
    ['thôn Phù Lãng', 'Phù Lãng village'],
    ['Thôn 10', 'Village 10'],
    ['Số 08 Nguyễn Trãi', '08 Nguyễn Trãi'],
    ['Số 8 đường Lê Lợi', '8 Lê Lợi Street'],
    ['số nhà 12A, ngõ 5, đường 30/4', '12A, Alley 5, Street 30/4'],
    ['khu phố Do Nha', 'Do Nha quarter'],
    ['tổ dân phố 3, quốc lộ 1A', 'Residential group 3, National Road 1A'],
    ['Bản Lác', 'Lác village'],
    ['Bảng Lảng', 'Bảng Lảng'],
  ])('%s is %s', (detail, english) => {
    expect(detailInEnglish(detail)).toBe(english);
  });
});

describe('placeLine', () => {
  const place = {
    detail: { vi: 'thôn Một', en: 'Một village' },
    commune: { name: 'Xã Phù Lãng' },
    province: { name: 'Bắc Ninh' },
  };

  it('goes from small to large in the language of the reader', () => {
    expect(placeLine(place, 'vi')).toBe('thôn Một, Xã Phù Lãng, Bắc Ninh');
    expect(placeLine(place, 'en')).toBe('Một village, Phù Lãng commune, Bắc Ninh');
  });

  it('leaves out what is not known', () => {
    expect(placeLine({ commune: null, province: place.province }, 'en')).toBe('Bắc Ninh');
    expect(placeLine({ commune: null, province: null }, 'en')).toBe('');
  });
});
