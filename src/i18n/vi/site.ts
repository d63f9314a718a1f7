/** Sentences of the frame: header, footer, buttons and notes every page shares. */
export const site = {
  name: 'Chợ OCOP',
  tagline: 'Sản vật mỗi xã, sao có quyết định',
  description:
    'Sản phẩm OCOP của các xã, phường: chủ thể, địa chỉ, quyết định công nhận sao và thời hạn, cùng tem truy xuất trên từng món hàng.',
  appDescription: 'Đọc tem điện tử bằng máy ảnh, cả khi không có mạng.',
  shareAlt: 'Hình vẽ bình gốm, mật ong và ấm trà bày trên kệ',
  skip: 'Đến nội dung chính',
  menu: 'Danh mục',
  mainNavigation: 'Trang chính',
  nav: {
    products: 'Sản phẩm',
    producers: 'Chủ thể',
    decisions: 'Quyết định',
    fairs: 'Hội chợ',
    pointsOfSale: 'Điểm bán',
    news: 'Tin tức',
    stampCheck: 'Kiểm tra tem',
    /** The same where there is room for one word. */
    stamp: 'Tem',
  },
  search: {
    label: 'Tìm sản phẩm, chủ thể, xã',
    placeholder: 'Nước mắm, gốm, Phù Lãng…',
    submit: 'Tìm',
  },
  cart: 'Giỏ hàng',
  cartCount: 'món trong giỏ',
  otherLanguage: 'English',
  otherLanguageLabel: 'Read this page in English',
  breadcrumbs: 'Đường dẫn',
  home: 'Trang chủ',
  footer: {
    about:
      'Một gian hàng mã nguồn mở cho sản phẩm OCOP: ai làm, làm ở đâu, sao do quyết định nào và còn hạn đến ngày nào.',
    browse: 'Xem hàng',
    trust: 'Tra cứu',
    site: 'Về trang này',
    aboutPage: 'Giới thiệu',
    terms: 'Điều khoản',
    privacy: 'Quyền riêng tư',
    law: 'Sao OCOP theo Quyết định 26/2026/QĐ-TTg. Trang này không phải cổng của cơ quan nhà nước và không thay thế hồ sơ gốc.',
  },
  sample: {
    label: 'Dữ liệu mẫu',
    page: 'Trang này có dữ liệu mẫu (giá, số lượng, lô hàng hoặc sự kiện) dùng để minh hoạ, không phải chào bán thật.',
    price: 'Giá mẫu để minh hoạ, chưa phải giá chào bán của chủ thể.',
  },
  sources: 'Nguồn thông tin',
  sourceSeen: (date: string) => `xem ngày ${date}`,
  sourceGrades: {
    A: 'A – văn bản đã ký hoặc phụ lục',
    B1: 'B1 – báo, cổng nhà nước đưa tin công nhận',
    B2: 'B2 – mới đề nghị hoặc mới chấm điểm',
    C: 'C – trang của người bán',
  },
  address: {
    printed: 'Địa chỉ trong hồ sơ',
    current: 'Đơn vị hành chính hiện nay',
    needsConfirmation: 'cần xác nhận',
    needsConfirmationLong:
      'Xã cũ được chia cho nhiều xã mới hoặc bảng chuyển đổi chưa khớp, nên địa chỉ mới cần người nắm rõ xác nhận.',
    unknown: 'chưa có trong nguồn',
  },
  phone: 'Điện thoại',
  notFound: {
    title: 'Không tìm thấy trang này',
    text: 'Địa chỉ có thể gõ sai, hoặc trang đã được đổi tên. Không có gì bị mất: bạn có thể tìm lại, hoặc xem toàn bộ sản phẩm.',
    toProducts: 'Xem sản phẩm',
    toStamp: 'Kiểm tra mã tem',
    toHome: 'Về trang chủ',
  },
};
