/** Messages of the cart page and of everything that can happen to a cart. */
export const cart = {
  title: 'Giỏ hàng',
  description: 'Các món bạn đã chọn, giá và số lượng còn lại lúc này.',
  empty: 'Giỏ hàng đang trống.',
  emptyNext: 'Chọn món ở trang sản phẩm rồi bấm “Thêm vào giỏ”.',
  toProducts: 'Xem sản phẩm',
  keepShopping: 'Chọn thêm món khác',
  linesTitle: 'Các món đã chọn',
  quantity: 'Số lượng',
  quantityOf: (name: string) => `Số lượng của ${name}`,
  update: 'Đổi số lượng',
  updateOf: (name: string) => `Đổi số lượng: ${name}`,
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
  checkoutBlocked: 'Hãy xử lý các món được đánh dấu ở trên, sau đó mới đặt hàng được.',
  summary: 'Cộng tiền',
  problem: {
    'sold-out': 'Món này vừa hết hàng. Bỏ món này ra để đặt các món còn lại.',
    'less-left': (left: number, asked: number) =>
      `Chỉ còn ${left} trong khi bạn chọn ${asked}. Giảm số lượng để đặt được.`,
    withdrawn: 'Món này đã ngừng bán trên trang. Bỏ món này ra để đặt các món còn lại.',
  },
  priceChanged: (before: string, now: string) =>
    `Giá đã đổi từ ${before} thành ${now} kể từ lúc bạn chọn. Tổng tiền dưới đây tính theo giá mới.`,
  unchecked: 'Chưa kiểm tra được số lượng còn lại và giá lúc này. Giá bên dưới là giá lúc bạn chọn.',
  notice: {
    added: (name: string) => `Đã thêm ${name} vào giỏ.`,
    'added-anew': (name: string) =>
      `Giỏ cũ không còn nữa (đã đặt hoặc quá hạn), nên ${name} được cho vào một giỏ mới.`,
    set: (name: string) => `Đã đổi số lượng của ${name}.`,
    removed: (name: string) => `Đã bỏ ${name} ra khỏi giỏ.`,
    'sold-out': (name: string) => `${name} vừa hết hàng nên chưa cho vào giỏ được. Giỏ của bạn vẫn như cũ.`,
    'less-left': (name: string) =>
      `Số lượng còn lại của ${name} không đủ như bạn chọn. Giỏ của bạn vẫn như cũ.`,
    'less-left-number': (name: string, left: string, inCart: string) =>
      `${name} chỉ còn ${left}, trong giỏ đang có ${inCart}. Giỏ của bạn vẫn như cũ.`,
    withdrawn: (name: string) => `${name} không còn bán trên trang. Giỏ của bạn vẫn như cũ.`,
    'too-many': (name: string, most: string) =>
      `Mỗi lần đặt tối đa ${most} phần một loại. Cần nhiều hơn, hãy hỏi thẳng chủ thể của ${name}. Giỏ của bạn vẫn như cũ.`,
    'not-a-number': 'Số lượng phải là một số nguyên, ví dụ 2. Giỏ của bạn vẫn như cũ.',
    'nothing-there': 'Món đó không còn trong giỏ nữa.',
    'not-reached':
      'Chưa ghi được vào giỏ vì hệ thống bán hàng không trả lời. Giỏ của bạn vẫn như cũ, hãy thử lại sau ít phút.',
    'order-stopped':
      'Chưa đặt hàng. Trong lúc bạn điền, có món vừa hết hoặc không còn đủ; xem dòng được đánh dấu. Những món khác vẫn còn trong giỏ.',
    expired: 'Giỏ cũ đã quá hạn lưu nên không còn nữa. Hãy chọn lại món bạn cần.',
    ordered: 'Giỏ này đã được đặt hàng rồi.',
  },
  thing: 'Món này',
  see: 'Xem giỏ hàng',
  seeReceipt: 'Xem phiếu đặt hàng',
  unreachableTitle: 'Chưa mở được giỏ hàng',
  unreachable:
    'Hệ thống bán hàng không trả lời. Những món bạn đã chọn vẫn được giữ; hãy tải lại trang sau ít phút.',
  notSelling: 'Trang này đang chạy không kèm hệ thống bán hàng, nên chưa có giỏ hàng.',
  retry: 'Tải lại',
  alcohol: 'Trong giỏ có đồ uống có cồn: chỉ bán cho người từ đủ 18 tuổi.',
};
