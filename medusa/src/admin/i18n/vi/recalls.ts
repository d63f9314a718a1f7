import { figuresIn } from '../figures.ts';

const { number } = figuresIn('vi');

/** Messages of recalls. */
export const recalls = {
  title: 'Thu hồi',
  announce: 'Thu hồi hàng',
  open: 'Đang hiệu lực',
  empty: 'Không có đợt thu hồi nào. Tốt rồi, không cần làm gì.',
  what: 'Thu hồi gì',
  scope: 'Phạm vi',
  scopes: { lot: 'Cả lô', range: 'Một phần dải tem', serial: 'Một con tem' },
  ofLot: (lot: string) => `lô ${lot}`,
  ofRange: (range: number, first: number, last: number) =>
    first === last
      ? `tem ${number(first + 1)} của dải ${range}`
      : `tem ${number(first + 1)} đến ${number(last + 1)} của dải ${range}`,
  lot: 'Mã lô',
  range: 'Dải tem số',
  first: 'Từ tem số',
  last: 'Đến tem số',
  partHint: 'Để trống cả hai là cả dải.',
  segmentWrong: 'Hãy cho số nguyên từ 1, số đầu không lớn hơn số cuối.',
  code: 'Mã trên tem',
  reasonVi: 'Vì sao (tiếng Việt)',
  reasonEn: 'Vì sao (tiếng Anh)',
  adviceVi: 'Người mua nên làm gì (tiếng Việt)',
  adviceEn: 'Người mua nên làm gì (tiếng Anh)',
  englishHint: 'Chưa có thì để trống: người đọc tiếng Anh thấy câu tiếng Việt.',
  wordsHint: 'Người mua đọc câu này trên trang tem. Hãy viết ngắn, rõ, không đổ lỗi.',
  since: 'Từ',
  lifted: 'Thôi lúc',
  inForce: 'đang hiệu lực',
  over: 'đã thôi',
  submit: 'Thu hồi',
  confirm: 'Thu hồi ngay',
  prompt: (what: string) =>
    `Thu hồi ${what}? Từ lượt quét sau, trang tem báo thu hồi cho mọi người. Đợt thu hồi ở lại trong nhật ký thao tác mãi mãi.`,
  done: 'Đã thu hồi. Trang tem báo ngay từ lượt quét sau.',
  lift: 'Thôi thu hồi',
  liftNote: 'Vì sao thôi',
  liftHint: 'Ví dụ: đã kiểm nghiệm lại, đạt. Câu này nằm trong nhật ký thao tác.',
  liftPrompt: (what: string) => `Thôi thu hồi ${what}? Trang tem lại hiện tình trạng bình thường.`,
  liftDone: 'Đã thôi thu hồi.',
  reason: 'Vì sao',
  advice: 'Nên làm gì',
};
