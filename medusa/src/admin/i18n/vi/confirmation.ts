/** Orders that staff confirm by telephone. */
export const confirmation = {
  title: 'Gọi người mua để xác nhận đơn này',
  reasons: {
    'large-sum': 'Đơn có tổng tiền lớn.',
    'scarce-stock': 'Đơn lấy hơn một nửa số hàng còn lại của một món.',
  },
  due: (moment: string) => `Chưa xác nhận trước ${moment} thì đơn tự huỷ và hàng được bán tiếp.`,
  confirm: 'Đã gọi, người mua xác nhận',
  prompt: 'Hàng được giữ cho đơn này, đơn không tự huỷ nữa. Tên bạn được ghi lại.',
  done: 'Đã ghi: người mua xác nhận.',
  confirmed: (moment: string) => `Đơn này đã được xác nhận lúc ${moment}.`,
  released: (moment: string) => `Đơn này tự huỷ lúc ${moment} vì chưa ai xác nhận; hàng đã được bán tiếp.`,
};
