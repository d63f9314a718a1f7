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
  wordsHint:
    'Người mua đọc câu này trên trang tem và trong danh sách thu hồi. Hãy viết ngắn, rõ, không đổ lỗi.',
  since: 'Từ',
  lifted: 'Kết thúc',
  inForce: 'đang hiệu lực',
  over: 'đã kết thúc',
  submit: 'Thu hồi',
  confirm: 'Thu hồi ngay',
  prompt: (what: string) =>
    `Thu hồi ${what}? Trang tem, trang sản phẩm và danh sách thu hồi báo ngay cho mọi người; thu hồi lô hay dải tem thì trang dừng bán sản phẩm cho đến khi bạn cho bán lại. Đợt thu hồi ở lại trong nhật ký thao tác mãi mãi.`,
  done: 'Đã thu hồi. Trang tem và trang sản phẩm báo trong vài giây.',
  lift: 'Kết thúc thu hồi',
  liftNote: 'Vì sao kết thúc',
  liftHint: 'Ví dụ: đã kiểm nghiệm lại, đạt. Câu này nằm trong nhật ký thao tác.',
  liftPrompt: (what: string) =>
    `Kết thúc thu hồi ${what}? Trang tem lại hiện tình trạng bình thường, trang sản phẩm thôi báo và hàng được bán lại.`,
  liftDone: 'Đã kết thúc thu hồi.',
  stock: 'Bán hàng',
  stockHeld: 'đang dừng bán',
  stockCleared: (moment: string) => `bán lại từ ${moment}`,
  clearStock: 'Cho bán lại',
  clearStockNote: 'Vì sao hàng đang bán không thuộc lô bị thu hồi',
  clearStockHint: 'Ví dụ: đã kiểm kho, chỉ còn lô LO-2. Câu này nằm trong nhật ký thao tác.',
  clearStockPrompt: (what: string) =>
    `Cho bán lại sản phẩm khi ${what} vẫn đang bị thu hồi? Chỉ làm vậy khi trong kho không còn món nào bị thu hồi. Trang sản phẩm vẫn báo thu hồi.`,
  clearStockDone: 'Sản phẩm được bán lại trong vài giây.',
  reason: 'Vì sao',
  advice: 'Nên làm gì',
};
