import type { MessageKind } from '@ocop/rules/order-messages';

const vi = {
  order: (code: string) => `Đơn hàng ${code}`,
  subject: {
    placed: (code: string) => `Đã nhận đơn hàng ${code}`,
    'awaiting-transfer': (code: string) => `Chuyển khoản cho đơn hàng ${code}`,
    'transfer-reminder': (code: string) => `Sắp hết hạn chuyển khoản cho đơn hàng ${code}`,
    paid: (code: string) => `Đã nhận tiền của đơn hàng ${code}`,
    packed: (code: string) => `Đơn hàng ${code} đã được đóng gói`,
    shipped: (code: string) => `Đơn hàng ${code} đang trên đường giao`,
    delivered: (code: string) => `Đơn hàng ${code} đã giao xong`,
    cancelled: (code: string) => `Đơn hàng ${code} đã bị huỷ`,
    refunded: (code: string) => `Hoàn tiền đơn hàng ${code}`,
  } satisfies Record<MessageKind, (code: string) => string>,
  says: {
    placed: 'Đã nhận đơn của bạn. Người bán sẽ gọi số điện thoại bạn đã ghi để hẹn giờ giao.',
    'awaiting-transfer':
      'Đã nhận đơn của bạn và giữ hàng. Đơn được giao sau khi nhận được tiền chuyển khoản.',
    'transfer-reminder':
      'Chưa nhận được tiền chuyển khoản của đơn này. Đến hạn ghi trên trang của đơn mà chưa nhận được thì đơn tự huỷ, bạn không phải trả gì. Đã chuyển rồi thì đừng chuyển lần nữa: hãy gọi người bán.',
    paid: 'Đã nhận đủ tiền của đơn này.',
    packed: 'Đơn đã được đóng gói. Người giao sẽ gọi số điện thoại bạn đã ghi trước khi đến.',
    shipped: 'Đơn đang trên đường giao. Người giao sẽ gọi số điện thoại bạn đã ghi trước khi đến.',
    delivered: 'Đơn đã giao xong. Hàng có điều gì chưa đúng, hãy gọi thẳng cho chủ thể.',
    cancelled: 'Đơn này đã bị huỷ.',
    refunded: 'Tiền của đơn này đã được hoàn lại.',
  } satisfies Record<MessageKind, string>,
  partly: {
    packed: 'Một phần đơn đã được đóng gói. Phần còn lại đang được chuẩn bị.',
    shipped: 'Một phần đơn đang trên đường giao. Phần còn lại sẽ gửi sau.',
  },
  canceledByBuyer: 'Bạn đã huỷ đơn này.',
  canceledUnconfirmed: 'Đơn tự huỷ vì chưa xác nhận được qua điện thoại. Vẫn cần hàng thì đặt lại.',
  nothingToPay: 'Bạn không phải trả gì.',
  toConfirm: (due: string) =>
    `Đơn này cần xác nhận: người bán sẽ gọi trước ${due}. Đến lúc đó chưa xác nhận được thì đơn tự huỷ, bạn không phải trả gì.`,
  due: (sum: string) => `Bạn trả ${sum} khi nhận hàng.`,
  paid: (sum: string) => `Đã trả đủ ${sum}.`,
  refunded: (sum: string) => `Đã hoàn lại bạn ${sum}.`,
  refundWhen: 'Ngân hàng có thể cần vài ngày mới ghi có.',
  transfer: {
    title: 'Chuyển khoản',
    bank: 'Ngân hàng',
    account: 'Số tài khoản',
    holder: 'Chủ tài khoản',
    amount: 'Số tiền',
    note: 'Nội dung',
    exact: 'Ghi đúng số tiền và nội dung này, không thêm gì: đơn được nhận ra nhờ đó.',
    onPage: 'Cách chuyển khoản ghi trên trang của đơn.',
  },
  sender: (name: string) => `${name} gửi`,
  unknownSender: 'Hàng trong đơn',
  discount: (code: string) => `Mã giảm giá ${code}`,
  shipping: 'Phí giao',
  total: 'Tổng cộng',
  placedAt: 'Đặt lúc',
  place: 'Nơi nhận',
  receipt: 'Xem đơn hàng',
  receiptHint: 'Ai có địa chỉ này đều xem được đơn, nên đừng chuyển thư này cho người khác.',
  sample: 'Đây là cửa hàng mẫu: giá và phí giao là dữ liệu mẫu, đơn này không giao thật.',
  why: (shop: string) =>
    `Thư này tự gửi vì địa chỉ của bạn được ghi khi đặt đơn ở ${shop}. Không phải bạn đặt thì bỏ qua thư này.`,
};

/** What messages about an order say. */
export const messageWords: Readonly<Record<'vi' | 'en', typeof vi>> = {
  vi,
  en: {
    order: (code) => `Order ${code}`,
    subject: {
      placed: (code) => `Your order ${code} has been received`,
      'awaiting-transfer': (code) => `Bank transfer for your order ${code}`,
      'transfer-reminder': (code) => `Bank transfer for your order ${code}: little time is left`,
      paid: (code) => `Your order ${code} is paid`,
      packed: (code) => `Your order ${code} has been packed`,
      shipped: (code) => `Your order ${code} is on its way`,
      delivered: (code) => `Your order ${code} has been delivered`,
      cancelled: (code) => `Your order ${code} has been cancelled`,
      refunded: (code) => `Refund for your order ${code}`,
    },
    says: {
      placed: 'Your order has been received. The seller will call the number you gave to agree a time.',
      'awaiting-transfer':
        'Your order has been received and the goods are kept for you. It is delivered once your transfer has arrived.',
      'transfer-reminder':
        'The transfer for this order has not come yet. If it has not come by the time on the page of your order, the order is cancelled and you pay nothing. If you have sent it, do not send it again: call the seller.',
      paid: 'This order is paid in full.',
      packed: 'Your order has been packed. The courier will call the number you gave before coming.',
      shipped: 'Your order is on its way. The courier will call the number you gave before coming.',
      delivered: 'Your order has been delivered. If anything is not right, please call the producer.',
      cancelled: 'This order has been cancelled.',
      refunded: 'The money for this order was given back.',
    },
    partly: {
      packed: 'A part of your order has been packed. The rest is being prepared.',
      shipped: 'A part of your order is on its way. The rest will be sent later.',
    },
    canceledByBuyer: 'You have cancelled this order.',
    canceledUnconfirmed:
      'The order was cancelled because it could not be confirmed by telephone. If you still want the goods, please order again.',
    nothingToPay: 'You have nothing to pay.',
    toConfirm: (due) =>
      `This order is to be confirmed: the seller will call before ${due}. If you cannot be reached until then it is cancelled, and you have nothing to pay.`,
    due: (sum) => `You pay ${sum} on delivery.`,
    paid: (sum) => `${sum} paid in full.`,
    refunded: (sum) => `${sum} was given back to you.`,
    refundWhen: 'Your bank may take some days to show it.',
    transfer: {
      title: 'Bank transfer',
      bank: 'Bank',
      account: 'Account number',
      holder: 'Account holder',
      amount: 'Amount',
      note: 'Transfer note',
      exact:
        'Please give exactly this amount and this note and nothing else: by them your transfer is found.',
      onPage: 'How to pay by transfer is told on the page of your order.',
    },
    sender: (name) => `Sent by ${name}`,
    unknownSender: 'In your order',
    discount: (code) => `Coupon ${code}`,
    shipping: 'Delivery',
    total: 'Total',
    placedAt: 'Placed',
    place: 'Delivery to',
    receipt: 'See your order',
    receiptHint: 'Whoever has this address can see the order, so please do not pass this message on.',
    sample:
      'This is a sample shop: prices and delivery fee are sample data, and this order will not be delivered.',
    why: (shop) =>
      `You get this message because your address was given with an order at ${shop}. If it was not you, please ignore it.`,
  },
};
