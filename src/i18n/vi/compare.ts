/** Products side by side. */
export const compare = {
  title: 'So sánh sản phẩm',
  description: 'Xếp hai, ba sản phẩm OCOP cạnh nhau: sao hôm nay, quyết định, giá, chủ thể, nơi làm ra.',
  lede: (most: number) => `Xem tối đa ${most} sản phẩm cạnh nhau.`,
  caption: 'Các sản phẩm đặt cạnh nhau, mỗi hàng một thông tin',
  choose: 'So sánh',
  submit: 'So sánh các món đã chọn',
  submitHint: (most: number) => `Đánh dấu hai hoặc ba món ở trên rồi bấm nút này (tối đa ${most} món).`,
  how: 'Muốn thêm món: mở một danh sách dưới đây, đánh dấu “So sánh” ở các món cần xem, kể cả món này, rồi bấm nút cuối danh sách.',
  sameSet: (set: string) => `Chọn trong bộ “${set}”`,
  allProducts: 'Chọn trong tất cả sản phẩm',
  tooMany: (most: number) =>
    `Địa chỉ này hỏi nhiều hơn ${most} sản phẩm; trang chỉ xếp ${most} sản phẩm đầu.`,
  missing: (n: number) =>
    `Có ${n} sản phẩm trong địa chỉ này không có trong hồ sơ, có thể địa chỉ gõ nhầm. Hãy chọn lại từ danh sách bên dưới.`,
  remove: 'Bỏ ra',
  stars: 'Sao hôm nay',
  noDecision: 'Không có quyết định còn hiệu lực',
  weight: 'Khối lượng cả bao bì',
  unknown: 'Chưa có thông tin',
  notices: 'Lưu ý',
};
