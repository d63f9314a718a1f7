import { figuresIn } from '../figures.ts';

const { number } = figuresIn('vi');

/** Messages beside the orders of the shop. */
export const desk = {
  title: 'Giao đơn này',
  state: {
    placed: 'chưa đóng gói',
    packed: 'đã đóng gói',
    'partly-packed': 'đóng gói một phần',
    shipped: 'đang giao',
    'partly-shipped': 'gửi một phần',
    delivered: 'đã giao',
    'partly-delivered': 'giao một phần',
    refunded: 'đã hoàn tiền',
    canceled: 'đã huỷ',
  },
  note: 'Lời nhắn của người mua',
  gift: 'Lời nhắn tặng quà (in trên phiếu)',
  invoice: 'Lập hoá đơn cho',
  noNote: 'Người mua không nhắn gì.',
  phone: 'Điện thoại',
  recipient: 'Người nhận',
  street: 'Số nhà, đường, thôn',
  place: 'Xã, tỉnh hiện nay',
  typed: 'Người mua viết',
  language: 'Đặt bằng tiếng',
  languages: { vi: 'Việt', en: 'Anh' },
  collect: 'Thu khi giao',
  shipping: 'Phí giao',
  unknownProducer: 'Chưa rõ chủ thể',
  parcel: (name: string, sum: string) => `${name} gửi, ${sum}`,
  parcelShipping: (sum: string) => `phí giao ${sum}`,
  slip: 'In phiếu giao',
  slipSize: (size: string) => `In phiếu giao khổ ${size}`,
  slipOf: (name: string) => `In phiếu của ${name}`,
  waiting: (n: number, orMore: boolean) =>
    n === 0
      ? 'Không có đơn nào chờ đóng gói.'
      : `${number(n)}${orMore ? ' đơn trở lên' : ' đơn'} chờ đóng gói.`,
  oldest: (at: string) => `Đơn chờ lâu nhất đặt lúc ${at}.`,
};
