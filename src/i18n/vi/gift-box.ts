/** Messages of gift boxes. */
export const giftBox = {
  title: 'Giỏ quà',
  description: 'Giỏ quà ghép hàng của nhiều chủ thể OCOP, một nơi đóng và gửi.',
  lede: 'Hàng của nhiều chủ thể trong một giỏ, do một nơi đóng và gửi thành một kiện.',
  none: 'Lúc này chưa có giỏ quà nào.',
  /** A gift box has no certificate; said where its parts show theirs. */
  noStars:
    'Giỏ quà không được công nhận sao. Mỗi món bên trong có sao hay không là theo quyết định của riêng món đó.',
  one: 'Một giỏ',
  contents: 'Trong giỏ có',
  sentBy: 'Đóng và gửi',
  pieces: (n: number, pack: string) => `${n} × ${pack}`,
  stock: 'Số giỏ còn lại tính theo món ít nhất bên trong; mua lẻ các món ấy cũng làm giảm số giỏ.',
  inBoxes: 'Có trong giỏ quà',
  goods: 'Các món trong giỏ',
  picture: 'Hình vẽ một giỏ quà',
};
