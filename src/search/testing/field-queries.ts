/**
 * Searches in the field's own words, with what each must find, told as facts of a record: no slug and no code
 * of the search stands here, so that the same list holds for any record.
 */
import type { StandingKey } from '../query.ts';

/** All of these must be true of a product that is to be found; a part left out is true of every product. */
export interface Wanted {
  /** Stars in force; with `states` of papers that ended, the stars they gave. */
  stars?: readonly number[];
  states?: readonly StandingKey[];
  /** Code of the province of today. */
  province?: string;
  /** Printed somewhere in its own or its maker's address. */
  printed?: RegExp;
  /** Name of the commune of today. */
  commune?: RegExp;
  /** In its name or keywords. */
  named?: RegExp;
  /** In its maker's name. */
  maker?: RegExp;
  group?: string;
  sets?: readonly number[];
  /** Beginning of the number of a decision that names it. */
  decision?: string;
  gtin?: string;
}

const inForce = ['valid', 'expiring', 'extended'] as const;
const tea = /trà|chè/i;

export const fieldQueries: readonly (readonly [query: string, wanted: Wanted])[] = [
  // Stars, in every way they are written.
  ...[
    'ocop 3 sao',
    '3 sao',
    'ba sao',
    '3sao',
    '3*',
    '★★★',
    '⭐⭐⭐',
    '3 star',
    '3-star',
    'three stars',
    'Ba Sao',
  ].map((query) => [query, { stars: [3] }] as const),
  ...[
    'ocop 4 sao',
    '4 sao',
    'bốn sao',
    'bon sao',
    'boons sao',
    '4 *',
    '★★★★☆',
    '4 stars',
    'four-star',
    'sao: 4',
  ].map((query) => [query, { stars: [4] }] as const),
  ...[
    '5 sao',
    'năm sao',
    'nam sao',
    'nawm sao',
    'na8m sao',
    'OCOP 5*',
    '⭐⭐⭐⭐⭐',
    '5 star',
    'five star',
    '5-STAR',
  ].map((query) => [query, { stars: [5] }] as const),
  ...[
    'sản phẩm ocop đạt 5 sao',
    'san pham ocop hang 5 sao',
    'ocop5sao',
    'ocop năm sao',
    'đạt chuẩn 5 sao',
  ].map((query) => [query, { stars: [5] }] as const),
  ...[
    'từ 4 sao',
    '4 sao trở lên',
    'tu 4 sao tro len',
    '4+ sao',
    '>= 4 sao',
    'ít nhất 4 sao',
    'at least 4 stars',
  ].map((query) => [query, { stars: [4, 5] }] as const),
  ...[
    '4-5 sao',
    '4 hoặc 5 sao',
    '4, 5 sao',
    '4 đến 5 sao',
    'trên 3 sao',
    '4 sao và 5 sao',
    '4 or 5 stars',
  ].map((query) => [query, { stars: [4, 5] }] as const),
  ...['3-5 sao', '3 to 5 stars'].map((query) => [query, { stars: [3, 4, 5] }] as const),
  ...['1 sao', 'hai sao', '2 star', '★★'].map((query) => [query, { stars: [1, 2] }] as const),

  // What a certificate is worth today.
  ...[
    'còn hiệu lực',
    'con hieu luc',
    'còn hạn',
    'conf hieeuj luwcj',
    'valid',
    'in force',
    'chưa hết hạn',
  ].map((query) => [query, { states: inForce }] as const),
  ...['hết hạn', 'het han', 'đã hết hiệu lực', 'quá hạn', 'expired', 'heets hanj'].map(
    (query) => [query, { states: ['expired'] }] as const,
  ),
  ...['sắp hết hạn', 'sap het han', 'expiring soon'].map(
    (query) => [query, { states: ['expiring'] }] as const,
  ),
  ...['gia hạn chuyển tiếp', 'extended'].map((query) => [query, { states: ['extended'] }] as const),
  ...['bị thu hồi', 'thu hoi', 'withdrawn'].map((query) => [query, { states: ['withdrawn'] }] as const),
  ...['chưa có sao', 'chua duoc cong nhan', 'no stars'].map(
    (query) => [query, { states: ['none', 'reported'] }] as const,
  ),
  ['4 sao còn hiệu lực', { stars: [4], states: inForce }],
  ['4 sao hết hạn', { stars: [4], states: ['expired'] }],
  ['3 star withdrawn', { stars: [3], states: ['withdrawn'] }],

  // Decisions by their numbers.
  ...['101/QĐ-UBND', 'quyet dinh 101', 'QĐ 101', 'qd101', 'quyết định số 101/QĐ-UBND', 'decision 101'].map(
    (query) => [query, { decision: '101/' }] as const,
  ),
  ...[
    '101 qd ubnd',
    'Số 101/QĐ-UBND ngày 5/8/2038',
    'quyeets ddinhj 101',
    'decision no. 101',
    '101/qd-ubnd',
  ].map((query) => [query, { decision: '101/' }] as const),
  ...['3981/QĐ-UBND', 'qđ 3981', 'quyết định 3981 lâm đồng', '3981'].map(
    (query) => [query, { decision: '3981/' }] as const,
  ),
  ['900/QĐ-BNN', { decision: '900/' }],
  ['quyết định 101 3 sao', { decision: '101/', stars: [3] }],

  // Barcodes.
  ...['9506000011332', '09506000011332', '950 6000 01133 2', '0 9506000 011332', '(01)09506000011332'].map(
    (query) => [query, { gtin: '09506000011332' }] as const,
  ),
  ...['mã vạch 9506000010915', 'GTIN 09506000010915', '9506000010915'].map(
    (query) => [query, { gtin: '09506000010915' }] as const,
  ),

  // Groups and sets.
  ...['nhóm đồ uống', 'nhom do uong', 'nhóm II', 'ngành hàng đồ uống', 'đồ uống', 'drinks'].map(
    (query) => [query, { group: 'II' }] as const,
  ),
  ...['nhóm thủ công mỹ nghệ', 'thu cong my nghe', 'handicrafts'].map(
    (query) => [query, { group: 'IV' }] as const,
  ),
  ...['bộ 9', 'bộ sản phẩm số 9', 'bo san pham tuong', 'set 9'].map(
    (query) => [query, { sets: [9] }] as const,
  ),
  ...['bộ cà phê', 'bộ sản phẩm 13', 'bộ sản phẩm cà phê'].map((query) => [query, { sets: [13] }] as const),
  ['nhóm gia vị', { sets: [9, 10] }],
  ['bộ 9 3 sao', { sets: [9], stars: [3] }],

  // Places, old and new, of every level.
  ...['lâm đồng', 'lam dong', 'laam ddoongf', 'tỉnh Lâm Đồng', 'Lam Dong province', 'lamdong'].map(
    (query) => [query, { province: '68' }] as const,
  ),
  ...['bình thuận', 'binh thuan', 'bifnh thuaanj', 'tỉnh Bình Thuận cũ', 'former Binh Thuan'].map(
    (query) => [query, { printed: /Phan Thiết|Bình Thuận/ }] as const,
  ),
  ...['phan thiết', 'phan thiet', 'TP Phan Thiết', 'Phan Thiet city'].map(
    (query) => [query, { printed: /Phan Thiết/ }] as const,
  ),
  ...['quảng ninh', 'quang ninh', 'ở Quảng Ninh', 'from Quang Ninh'].map(
    (query) => [query, { province: '22' }] as const,
  ),
  ...['bắc ninh', 'BẮC NINH', 'bawcs ninh'].map((query) => [query, { province: '24' }] as const),
  ...['ý yên', 'huyện Ý Yên', 'y yen', 'Ý Yên, Nam Định', 'huyen y yen nam dinh'].map(
    (query) => [query, { printed: /Ý Yên/ }] as const,
  ),
  ...['nam định', 'tinh nam dinh cu', 'Nam Dinh'].map((query) => [query, { printed: /Nam Định/ }] as const),
  ...['quế võ', 'que vo', 'thị xã Quế Võ cũ', 'quees vox'].map(
    (query) => [query, { printed: /Quế Võ/ }] as const,
  ),
  ...['mỹ hào', 'mĩ hào', 'tx My Hao'].map((query) => [query, { printed: /Mỹ Hào/ }] as const),
  ...['vân đồn', 'huyện Vân Đồn', 'van don'].map((query) => [query, { printed: /Vân Đồn/ }] as const),
  ...['đào viên', 'phường Đào Viên', 'xã Đào Viên, Quế Võ'].map(
    (query) => [query, { printed: /Đào Viên/ }] as const,
  ),

  // Several of them together, with words.
  ['mắm 3 sao bình thuận cũ', { named: /mắm/i, stars: [3], printed: /Phan Thiết/ }],
  ['mam 3 sao lam dong', { named: /mắm/i, stars: [3], province: '68' }],
  ['cà phê 4 sao lâm đồng còn hạn', { named: /cà phê/i, stars: [4], province: '68', states: inForce }],
  ['ca phe lam dong con hieu luc', { named: /cà phê/i, province: '68', states: inForce }],
  ['valid coffee from Lam Dong', { named: /cà phê/i, province: '68', states: inForce }],
  ['gốm quế võ', { named: /gốm/i, printed: /Quế Võ/ }],
  ['đồ uống quảng ninh', { group: 'II', province: '22' }],
  ['nước mắm 5 sao', { named: /nước mắm/i, stars: [5] }],
  ['mắm 101/QĐ-UBND', { named: /mắm/i, decision: '101/' }],
  ['lụa hết hạn', { named: /lụa/i, states: ['expired'] }],
  ['trà chưa có sao', { named: tea, states: ['none', 'reported'] }],
  ['hợp tác xã', { maker: /hợp tác xã|htx/i }],
  ['htx quảng ninh', { maker: /hợp tác xã|htx/i, province: '22' }],
];
