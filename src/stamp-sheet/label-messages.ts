/**
 * The words on the paper and the reasons a sheet is refused. Labels of goods sold in Vietnam are
 * in Vietnamese (NĐ 43/2017/NĐ-CP, Đ.7), so what is printed has one language; a refusal is read
 * by staff and has both.
 */
import { formatDate } from '@ocop/rules/date';

export interface Bilingual {
  vi: string;
  en: string;
}

export const SAMPLE_MARK = 'TEM MẪU';

export function lotText(lot: string): string {
  return `Lô ${lot}`;
}

/** `day` is YYYY-MM-DD; HSD is hạn sử dụng, as NĐ 43/2017/NĐ-CP, Đ.14 shortens it. */
export function useByText(day: string): string {
  return `HSD ${formatDate(day, 'vi')}`;
}

export interface MarginFacts {
  range: number;
  lot: string | null;
  product: string;
  orderedOn: string | null;
  sample: boolean;
  page: number;
  pages: number;
  /**
   * The first and the last stamp on this page, counted from 1 through the range: what staff type
   * when they activate a part of it, whichever part of it this file holds.
   */
  first: number;
  last: number;
}

/** What stands above the labels of a sheet. */
export function marginText(facts: MarginFacts): string {
  const number = (n: number) => n.toLocaleString('vi-VN');
  return [
    facts.sample ? SAMPLE_MARK : '',
    `Dải tem ${facts.range}`,
    facts.orderedOn ? `đặt ngày ${formatDate(facts.orderedOn, 'vi')}` : '',
    facts.lot ? lotText(facts.lot) : '',
    `tem ${number(facts.first)}–${number(facts.last)}`,
    `trang ${number(facts.page)}/${number(facts.pages)}`,
    facts.product,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Title of the document, in the window of whoever opens it. */
export function sheetTitle(range: number, product: string): string {
  return `Tem · dải ${range} · ${product}`;
}

/** Stands below the labels beside the ruler. */
export function rulerText(millimetres: number): string {
  return `In đúng cỡ 100 %, không co giãn: vạch này dài ${millimetres} mm`;
}

const mm = (length: number, lang: 'vi' | 'en') => {
  const text = length.toFixed(1);
  return lang === 'vi' ? text.replace('.', ',') : text;
};

export function qrTooLargeMessage(needed: number, width: number, height: number): Bilingual {
  return {
    vi:
      `Mã QR của tem này cần ô vuông ${mm(needed, 'vi')} mm để điện thoại đọc được, nhãn chỉ rộng ` +
      `${mm(width, 'vi')} × ${mm(height, 'vi')} mm và còn phải ghi chữ. Chọn khổ nhãn lớn hơn, hoặc tên miền ngắn hơn.`,
    en:
      `The QR of this stamp needs a square of ${mm(needed, 'en')} mm for phones to read it; the label is only ` +
      `${mm(width, 'en')} × ${mm(height, 'en')} mm and must hold the text too. Choose a larger label or a shorter domain name.`,
  };
}

export function textTooLongMessage(parts: string[]): Bilingual {
  const quoted = parts.map((part) => `"${part}"`).join(', ');
  return {
    vi: `Nhãn không đủ chỗ cho ${quoted} ở cỡ chữ đọc được. Chọn khổ nhãn lớn hơn, hoặc mã lô ngắn hơn.`,
    en: `The label has no room for ${quoted} in type that can be read. Choose a larger label or a shorter lot code.`,
  };
}

export function badStartMessage(startAt: number, perPage: number): Bilingual {
  return {
    vi: `Nhãn bắt đầu phải là số từ 1 đến ${perPage} trên tờ này, không phải ${startAt}.`,
    en: `The first label should be a number from 1 to ${perPage} on this sheet, not ${startAt}.`,
  };
}
