const vi = {
  slip: 'Phiếu giao hàng',
  order: 'Đơn',
  from: 'Nơi gửi',
  unknownProducer: 'chưa rõ chủ thể',
  typed: 'Người mua viết',
  discount: 'Mã giảm giá',
  ofOrder: 'của cả đơn',
  shipping: 'Phí giao',
  parcel: 'Gói này',
  parcelShipping: 'Phí giao gói này',
  collect: (sum: string) => `Thu của người nhận: ${sum}`,
  canceled: 'Đơn đã huỷ, không giao',
  awaited: 'Chưa nhận được tiền, chưa giao',
  several: (parcels: number, shipping: string) =>
    `Đơn gồm ${parcels} gói của nhiều nơi gửi; số tiền thu là của cả đơn, gồm phí giao ${shipping}. Chỉ thu một lần.`,
  note: 'Lời nhắn',
  gift: 'Lời nhắn tặng quà',
};

/** What a packing slip says. */
export const slipMessages: Readonly<Record<'vi' | 'en', typeof vi>> = {
  vi,
  en: {
    slip: 'Packing slip',
    order: 'Order',
    from: 'From',
    unknownProducer: 'producer not known',
    typed: 'The buyer wrote',
    discount: 'Coupon',
    ofOrder: 'of the whole order',
    shipping: 'Delivery',
    parcel: 'This parcel',
    parcelShipping: 'Delivery of this parcel',
    collect: (sum) => `To collect: ${sum}`,
    canceled: 'Cancelled, not to be delivered',
    awaited: 'Not paid yet, not to be delivered',
    several: (parcels, shipping) =>
      `The order has ${parcels} parcels of several senders; the sum to collect is that of the whole order, delivery of ${shipping} included. Collect it once.`,
    note: 'Note',
    gift: 'Words for the gift',
  },
};
