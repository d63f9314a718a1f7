import { figuresIn } from '../figures.ts';

const { number } = figuresIn('vi');

/** Messages of the scan dashboard and the list of suspicious codes. */
export const scans = {
  title: 'Lượt quét',
  window: 'Khoảng thời gian',
  days: (n: number) => `${n} ngày qua`,
  total: 'Tổng số lượt',
  scans: (n: number) => `${number(n)} lượt`,
  mean: 'Trung bình mỗi ngày',
  busiest: 'Ngày nhiều nhất',
  byDay: 'Theo ngày',
  byProvince: 'Theo tỉnh',
  byProduct: 'Theo sản phẩm',
  day: 'Ngày',
  province: 'Tỉnh',
  product: 'Sản phẩm',
  count: 'Số lượt',
  allProducts: 'mọi sản phẩm',
  asTable: 'Xem dạng bảng',
  empty: 'Chưa có lượt quét nào trong khoảng này. Hãy chọn khoảng dài hơn.',
  counted:
    'Một thiết bị quét lại trong 10 phút chỉ tính một lượt; máy tìm kiếm và bản xem trước không tính. Một mạng quét một tem quá 100 lượt một ngày thì chỉ giữ 100. Lượt quét được giữ 90 ngày.',
};

export const suspicious = {
  title: 'Mã đáng ngờ',
  intro:
    'Mã có điểm ngờ từ 60 trở lên, hoặc đang có cảnh báo: có thể một tem thật đã bị chép ra nhiều bản. Đây là gợi ý để đi xem, không phải kết luận.',
  empty: 'Không có mã nào đáng ngờ. Tốt rồi, không cần làm gì.',
  code: 'Mã',
  score: 'Điểm',
  why: 'Vì sao',
  scans: 'Lượt quét',
  last: 'Gần nhất',
  open: 'Xem lịch sử',
  warned: 'Cảnh báo từ',
  notWarned: 'chưa',
  noCode: 'máy chủ này không có khoá tem',
};
