/** Messages of coupons. */
export const coupon = {
  label: 'Mã giảm giá (nếu có)',
  apply: 'Dùng mã',
  remove: (code: string) => `Bỏ mã ${code}`,
  line: (code: string) => `Mã ${code}`,
  applied: (code: string, sum: string) =>
    `Mã ${code} giảm ${sum}. Mỗi đơn dùng một mã; nhập mã khác thì bỏ mã này trước.`,
  leavesAlcohol: 'Đồ uống có cồn không được giảm giá và không được tính vào mã.',
  tooLittle: (code: string, missing: string) => `Mã ${code} chưa dùng được: tiền hàng còn thiếu ${missing}.`,
  kept: (code: string) => `Đã giữ mã ${code}. Chọn hàng rồi trang sẽ báo mã giảm được bao nhiêu.`,
  states: {
    unknown: (code: string) => `Không có mã “${code}”. Xem lại từng chữ, hoặc hỏi nơi đã đưa mã.`,
    'not-yet': (code: string) => `Mã ${code} chưa đến ngày dùng.`,
    ended: (code: string) => `Mã ${code} đã hết hạn. Đơn hàng tính theo giá không giảm.`,
    'used-up': (code: string) => `Mã ${code} đã hết lượt. Đơn hàng tính theo giá không giảm.`,
    unsuited: (code: string) => `Mã ${code} chưa dùng được trên trang này. Hãy hỏi nơi đã đưa mã.`,
    'not-for-these': (code: string) =>
      `Mã ${code} không dùng cho các món trong giỏ. Đồ uống có cồn không được giảm giá.`,
    unreachable: (code: string) =>
      `Chưa kiểm tra được mã ${code} lúc này, nên chưa trừ. Hãy tải lại trang sau ít phút.`,
  },
};
