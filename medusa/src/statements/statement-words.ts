const vi = {
  title: (month: string) => `Bảng kê tháng ${month.slice(5)}/${month.slice(0, 4)}`,
  unknown: 'Chưa rõ chủ thể',
  came: {
    transfer: 'Nhận chuyển khoản',
    card: 'Nhận qua thẻ',
    cod: 'Thu tiền mặt khi giao (COD)',
    other: 'Nhận bằng cách khác',
  },
  back: 'Đã trả lại hoặc phải trả lại người mua',
  fees: 'Phí cửa hàng giữ',
  paidOut: 'Đã trả cho chủ thể',
  balance: 'Còn phải trả cho chủ thể (₫)',
  explain:
    'Mỗi khoản tiền của đơn nhiều chủ thể được chia theo tiền hàng và phí giao của từng bên, đủ đến từng đồng. Tháng là tháng tiền về hoặc trả lại, không phải tháng đặt hàng.',
  columns: ['Ngày', 'Đơn', 'Cách trả', 'Khoản', 'Tiền hàng', 'Phí giao', 'Cả khoản', 'Phần của chủ thể'],
  entryColumns: ['Ngày ghi', 'Khoản', 'Số tiền', 'Ghi chú', 'Rút lại vì'],
  uses: { paid: 'người mua trả', refunded: 'đã trả lại người mua', owed: 'phải trả lại người mua' },
  kinds: { fee: 'phí', 'paid-out': 'trả chủ thể' },
  sheets: { summary: 'Tổng', lines: 'Từng khoản', entries: 'Phí và đã trả' },
};

/** What the workbook of a statement says. */
export const fileWords: Readonly<Record<'vi' | 'en', typeof vi>> = {
  vi,
  en: {
    title: (month) => `Statement for ${month}`,
    unknown: 'Producer not known',
    came: {
      transfer: 'Received by transfer',
      card: 'Received by card',
      cod: 'Cash on delivery (COD)',
      other: 'Received in another way',
    },
    back: 'Given back to buyers, or to be given back',
    fees: 'Fees kept by the shop',
    paidOut: 'Paid to the producer',
    balance: 'Still to be paid to the producer (₫)',
    explain:
      'A sum of an order of several producers is divided by the goods and the delivery of each, to the đồng. The month is the one in which money came or went back, not the one of the order.',
    columns: ['Day', 'Order', 'Way', 'Sum', 'Goods', 'Delivery', 'Whole sum', 'Share'],
    entryColumns: ['Noted on', 'Kind', 'Sum', 'Remark', 'Taken back because'],
    uses: { paid: 'paid', refunded: 'given back', owed: 'to be given back' },
    kinds: { fee: 'fee', 'paid-out': 'paid to producer' },
    sheets: { summary: 'Summary', lines: 'Sums', entries: 'Fees and payments' },
  },
};
