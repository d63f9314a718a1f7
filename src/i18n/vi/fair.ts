/** Messages of the fair pages. */
export const fair = {
  title: 'Hội chợ',
  description: 'Hội chợ, tuần hàng có sản phẩm OCOP: thời gian, địa điểm, gian hàng và sản phẩm trưng bày.',
  lede: 'Sản phẩm nào, ở đâu, ngày nào.',
  when: 'Thời gian',
  where: 'Địa điểm',
  organiser: 'Đơn vị tổ chức',
  from: (a: string, b: string) => `${a} – ${b}`,
  now: 'Đang diễn ra',
  upcoming: 'Sắp diễn ra',
  past: 'Đã kết thúc',
  none: 'Hồ sơ chưa có hội chợ nào.',
  stands: 'Gian hàng và sản phẩm',
  stand: 'Gian',
  producer: 'Chủ thể',
  products: 'Sản phẩm',
};
