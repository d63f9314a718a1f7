/** Messages of packs that are held from sale until staff decide. */
export const selling = {
  title: 'Hàng tạm dừng bán',
  intro:
    'Trang không bán những gói này cho đến khi bạn quyết định: giá không thể là giá thật, giá nhảy quá xa giá trước, hoặc hàng đang bị thu hồi.',
  empty: 'Không có gói hàng nào bị dừng bán.',
  pack: 'Gói hàng',
  why: 'Vì sao',
  price: 'Giá đang đặt',
  accepted: 'Giá bán trước đó',
  never: 'chưa từng bán',
  whys: {
    implausible:
      'Giá này không thể là giá bán. Ô giá của Medusa đọc “295.000” là 295: hãy mở sản phẩm và gõ 295000.',
    jump: 'Giá nhảy quá xa giá trước. Đúng là giá mới thì giữ; gõ nhầm thì mở sản phẩm và sửa.',
    part: 'Giỏ quà có món đang tạm dừng bán, đã ngừng bán hoặc bị xoá. Xem món đó trong danh sách này, hoặc mở lại bán ở trang sản phẩm của nó.',
    recall: 'Hàng đang bị thu hồi. Trong kho không còn món nào bị thu hồi thì cho bán lại ở trang Thu hồi.',
  },
  keep: 'Giữ giá này',
  keepNote: 'Vì sao giá này đúng',
  keepHint: 'Ví dụ: đổi từ hũ 200 g sang thùng 24 hũ. Câu này nằm trong nhật ký thao tác.',
  keepPrompt: (pack: string, price: string) => `Bán ${pack} với giá ${price}?`,
  kept: 'Đã giữ giá. Gói hàng được bán trong vài giây.',
  open: 'Mở sản phẩm',
  openRecalls: 'Mở trang Thu hồi',
  onProduct: (packs: string) => `Trang đang không bán: ${packs}.`,
};
