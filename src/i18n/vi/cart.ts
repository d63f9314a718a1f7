/** Messages of the cart page and of everything that can happen to a cart. */
export const cart = {
  title: 'Giỏ hàng',
  description: 'Các món bạn đã chọn, giá và số lượng còn lại lúc này.',
  empty: 'Giỏ hàng đang trống.',
  emptyNext: 'Chọn món ở trang sản phẩm rồi bấm “Thêm vào giỏ”.',
  toProducts: 'Xem sản phẩm',
  toProduct: 'Về trang của món này',
  keepShopping: 'Chọn thêm món khác',
  linesTitle: 'Các món đã chọn',
  /** Above the items of one producer: who sends them, from where. */
  sentBy: (producer: string, place: string) => (place ? `Từ ${producer}, ${place}` : `Từ ${producer}`),
  unknownSender: 'Chưa rõ chủ thể',
  /** A province by the name on the producer's papers and by today's. */
  placeNow: (former: string, now: string) => `${former} cũ – nay ${now}`,
  parcels: (n: number) =>
    `Hàng do ${n} nơi gửi nên có thể đến làm nhiều lần. Phí giao vẫn tính một lần như trên.`,
  /** Of a cart whose parcels are paid for one by one. */
  parcelsPaid: (n: number) =>
    `${n} kiện từ ${n} chủ thể: mỗi nơi gửi một kiện, phí giao tính theo từng kiện như trên.`,
  parcelOf: (sender: string) => `Kiện của ${sender}`,
  /** An amount of which only the least is known. */
  from: (sum: string) => `từ ${sum}`,
  shippingByProvince: 'Phí giao tuỳ tỉnh nhận hàng; trang báo đúng số tiền trước khi bạn đặt.',
  quantity: 'Số lượng',
  quantityOf: (name: string) => `Số lượng của ${name}`,
  save: 'Lưu số lượng',
  oneLess: (name: string) => `Bớt một phần: ${name}`,
  oneMore: (name: string) => `Thêm một phần: ${name}`,
  remove: 'Bỏ ra khỏi giỏ',
  removeOf: (name: string) => `${name}: bỏ ra khỏi giỏ`,
  takeLeft: (n: number) => `Lấy ${n} phần còn lại`,
  each: 'một phần',
  subtotal: 'Tiền hàng',
  shipping: 'Giao hàng',
  shippingUnknown: 'tính ở bước sau',
  total: 'Tổng cộng',
  sampleShipping: 'phí mẫu',
  checkout: 'Đặt hàng, trả tiền khi nhận',
  checkoutBlocked: 'Hãy xử lý các món được đánh dấu, sau đó mới đặt hàng được.',
  nothingOrderable: 'Lúc này không có món nào trong giỏ đặt được, nên chưa có gì để cộng tiền.',
  summary: 'Cộng tiền',
  problem: {
    'sold-out': 'Món này vừa hết hàng. Bỏ món này ra để đặt các món còn lại.',
    'less-left': (left: number, asked: number) =>
      `Chỉ còn ${left} trong khi bạn chọn ${asked}. Giảm số lượng để đặt được.`,
    'shared-short': (part: string, asked: number, left: number) =>
      `Cả giỏ hàng cần ${asked} ${part} (mua lẻ và trong giỏ quà), mà chỉ còn ${left}. Giảm số lượng ở một trong các dòng đó để đặt được.`,
    'part-held':
      'Một món trong giỏ quà này đang tạm dừng bán, nên giỏ quà cũng vậy. Bỏ giỏ quà ra để đặt các món còn lại, hoặc quay lại sau.',
    withdrawn: 'Món này đã ngừng bán trên trang. Bỏ món này ra để đặt các món còn lại.',
    alcohol:
      'Đồ uống có cồn không được bán qua mạng khi trả bằng tiền mặt, nên trang chưa nhận đặt. Bỏ món này ra để đặt các món còn lại.',
    'price-held':
      'Giá của món này đang được người bán xem lại nên tạm dừng bán. Bỏ món này ra để đặt các món còn lại, hoặc quay lại sau.',
    recalled:
      'Một lô của món này đang bị thu hồi nên trang tạm dừng bán. Bỏ món này ra để đặt các món còn lại; xem “Hàng đang thu hồi” ở cuối trang.',
  },
  priceChanged: (before: string, now: string) =>
    `Giá đã đổi từ ${before} thành ${now} kể từ lúc bạn chọn. Tổng tiền dưới đây tính theo giá mới.`,
  unchecked: 'Chưa kiểm tra được số lượng còn lại và giá lúc này. Giá bên dưới là giá lúc bạn chọn.',
  notice: {
    added: (name: string) => `Đã thêm ${name} vào giỏ.`,
    set: (name: string) => `Đã đổi số lượng của ${name}.`,
    removed: (name: string) => `Đã bỏ ${name} ra khỏi giỏ.`,
    'sold-out': (name: string) => `${name} vừa hết hàng. Số lượng trong giỏ chưa đổi.`,
    'less-left': (name: string, asked: string, left: number, inCart: number) =>
      `Bạn chọn ${asked}, nhưng ${name} chỉ còn ${left}. Trong giỏ đang có ${inCart}, chưa đổi.`,
    'shared-short': (name: string, left: number, inCart: number) =>
      `Giỏ hàng đã có món lấy cùng số hàng với ${name}, nên chỉ đặt được ${left}. Trong giỏ đang có ${inCart}, chưa đổi.`,
    'part-held': (name: string) =>
      `Một món trong ${name} đang tạm dừng bán, nên giỏ quà cũng vậy. Giỏ chưa đổi; hãy quay lại sau.`,
    withdrawn: (name: string) => `${name} không còn bán trên trang. Giỏ chưa đổi.`,
    alcohol: (name: string) =>
      `${name} là đồ uống có cồn: không được bán qua mạng khi trả bằng tiền mặt, nên trang chưa nhận đặt. Giỏ chưa đổi.`,
    'price-held': (name: string) =>
      `Giá của ${name} đang được người bán xem lại nên tạm dừng bán. Giỏ chưa đổi; hãy quay lại sau.`,
    recalled: (name: string) =>
      `Một lô của ${name} đang bị thu hồi nên trang tạm dừng bán. Giỏ chưa đổi; xem “Hàng đang thu hồi” ở cuối trang.`,
    'too-many': (name: string, most: string) =>
      `Mỗi lần đặt tối đa ${most} phần một loại. Cần nhiều hơn, hãy hỏi thẳng chủ thể của ${name}. Số lượng trong giỏ chưa đổi.`,
    'too-many-kinds': (most: string) =>
      `Một giỏ giữ được nhiều nhất ${most} loại. Giỏ chưa đổi; hãy đặt các món đang có, rồi chọn tiếp.`,
    'at-least-one': (name: string) => `Ít nhất là một phần. Không cần ${name} nữa thì bấm “Bỏ ra khỏi giỏ”.`,
    'not-a-number': (most: string) =>
      `Số lượng phải là một số nguyên từ 1 đến ${most}, ví dụ 2. Số lượng trong giỏ chưa đổi.`,
    'nothing-there': 'Món đó không còn trong giỏ nữa.',
    'not-reached':
      'Chưa ghi được vào giỏ vì hệ thống bán hàng không trả lời. Giỏ chưa đổi, hãy thử lại sau ít phút.',
    'order-stopped':
      'Chưa đặt hàng. Trong lúc bạn điền, có món vừa hết hoặc không còn đủ; xem dòng được đánh dấu. Những món khác vẫn còn trong giỏ, những gì bạn đã điền vẫn được giữ.',
    'coupon-limited': 'Đã thử quá nhiều mã giảm giá. Hãy đợi mười phút rồi thử lại; giỏ hàng không đổi.',
    'not-ordered':
      'Chưa sang bước đặt hàng: còn dòng phải sửa, xem chỗ được đánh dấu. Các số lượng khác đã được ghi.',
  },
  thing: 'Món này',
  see: 'Xem giỏ hàng',
  unreachableTitle: 'Chưa mở được giỏ hàng',
  unreachable:
    'Hệ thống bán hàng không trả lời. Những món bạn đã chọn vẫn được giữ; hãy tải lại trang sau ít phút.',
  notSelling: 'Trang này đang chạy không kèm hệ thống bán hàng, nên chưa có giỏ hàng.',
  retry: 'Tải lại',
};
