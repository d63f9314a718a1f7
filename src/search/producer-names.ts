/** Words of producers' names with the abbreviations that papers and people use for them. */
const abbreviations: readonly (readonly [whole: string, short: string])[] = [
  ['hợp tác xã', 'HTX'],
  ['tổ hợp tác', 'THT'],
  ['hộ kinh doanh', 'HKD'],
  ['doanh nghiệp tư nhân', 'DNTN'],
  ['doanh nghiệp', 'DN'],
  ['công ty', 'Cty'],
  ['trách nhiệm hữu hạn', 'TNHH'],
  ['một thành viên', 'MTV'],
  ['cổ phần', 'CP'],
  ['sản xuất', 'SX'],
  ['thương mại', 'TM'],
  ['dịch vụ', 'DV'],
  ['xuất nhập khẩu', 'XNK'],
];

/**
 * A producer's name as it stands, written out, and abbreviated.
 * @example producerSpellings('HTX Mỡ Đào') // ['HTX Mỡ Đào', 'hợp tác xã Mỡ Đào']
 */
export function producerSpellings(name: string): string[] {
  const text = name.normalize('NFC');
  const replaced = (from: 0 | 1, to: 0 | 1) =>
    abbreviations.reduce((written, pair) => {
      const pattern = new RegExp(`(?<![\\p{L}\\p{M}])${pair[from]}(?![\\p{L}\\p{M}])`, 'giu');
      return written.replace(pattern, pair[to]);
    }, text);
  return [...new Set([name, replaced(1, 0), replaced(0, 1)])];
}
