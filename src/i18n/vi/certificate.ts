/** Messages for stars, certificates and decisions. */
export const certificate = {
  stars: (n: number) => `${n} sao`,
  badge: (n: number) => `OCOP ${n} sao`,
  heading: 'Sao OCOP',
  asOf: (date: string) => `Tính đến ngày ${date}`,
  recognisedBy: (number: string, date: string) => `Quyết định ${number} ngày ${date}`,
  countedFrom: (date: string) => `Thời hạn 36 tháng tính từ ngày ${date}.`,
  readDecision: 'Đọc quyết định',
  readWithdrawal: 'Đọc quyết định thu hồi',
  /** Told while a withdrawal is signed and not yet in effect. */
  willBeWithdrawn: (number: string, day: string) => `Quyết định ${number} thu hồi từ ngày ${day}.`,
  issuer: 'Cơ quan ban hành',
  decision: 'Quyết định',
  until: (date: string) => `Giấy công nhận còn đến hết ngày ${date}.`,
  state: {
    valid: 'Còn hiệu lực',
    expiring: 'Sắp hết hạn',
    extended: 'Gia hạn chuyển tiếp',
    expired: 'Hết hạn',
    withdrawn: 'Đã thu hồi',
  },
  stateNote: {
    valid: '',
    expiring: 'Chỉ còn không quá 180 ngày.',
    extended: 'Cơ quan có thẩm quyền cho gia hạn trong thời gian chuyển tiếp.',
  },
  lapsedExpired: (n: number, number: string, last: string) =>
    `Từng được công nhận ${n} sao theo Quyết định ${number}; giấy công nhận đã hết hạn sau ngày ${last} nên không còn hiển thị sao.`,
  lapsedWithdrawn: (n: number, number: string, day: string, by: string | null) =>
    `Từng được công nhận ${n} sao theo Quyết định ${number}; đã bị thu hồi từ ngày ${day}${by ? ` theo Quyết định ${by}` : ''} nên không còn hiển thị sao.`,
  reported: (n: number, year: number | null) =>
    `Báo hoặc cổng nhà nước đưa tin ${n} sao${year ? ` năm ${year}` : ''}; hồ sơ chưa có số và ngày quyết định nên trang này không hiển thị sao.`,
  reportedExpired: 'Nếu có, giấy công nhận ấy nay cũng đã quá 36 tháng.',
  none: 'Chưa có thông tin công nhận',
  noneLong:
    'Chưa có thông tin công nhận. Trang này chỉ hiển thị sao khi có quyết định công nhận còn hiệu lực và nguồn kiểm chứng được.',
  notProven: 'Chưa đủ nguồn hoặc ngày để hiển thị sao',
  whatStarsMean: 'Sao OCOP nghĩa là gì?',
  types: {
    'entry-list': 'Danh mục tham gia',
    recognition: 'Công nhận',
    withdrawal: 'Thu hồi',
  },
  typeNotes: {
    'entry-list':
      'Danh mục sản phẩm đăng ký tham gia đánh giá trong năm. Đây không phải quyết định công nhận và không cho sản phẩm sao nào.',
    recognition: 'Quyết định công nhận sản phẩm đạt sao. Giấy công nhận có giá trị 36 tháng kể từ ngày cấp.',
    withdrawal: 'Quyết định thu hồi: từ ngày thu hồi, sản phẩm không còn được dùng sao OCOP.',
  },
  decisions: {
    decision: 'Quyết định',
    title: 'Quyết định',
    description:
      'Các quyết định về sản phẩm OCOP có trong hồ sơ: công nhận, danh mục tham gia, thu hồi; số, ngày và cơ quan ban hành.',
    lede: 'Mỗi sao trên trang này dẫn về một quyết định. Cùng một số có thể do nhiều cơ quan ban hành ở nhiều năm, nên một quyết định được gọi bằng cơ quan, số và ngày.',
    number: 'Số',
    date: 'Ngày ký',
    countedFrom: 'Thời hạn tính từ ngày',
    yearOnly: (year: number) => `năm ${year} (chưa rõ ngày)`,
    issuer: 'Cơ quan ban hành',
    type: 'Loại',
    products: 'Sản phẩm có tên trong quyết định',
    productsInRecord: (n: number) => `${n} sản phẩm trong hồ sơ`,
    noProducts: 'Chưa có sản phẩm nào trong hồ sơ được nối với quyết định này.',
    starsGiven: 'Sao theo quyết định',
    starsWithdrawn: 'Sao bị thu hồi',
    withdrawnFrom: 'Thu hồi từ ngày',
    note: 'Ghi chú',
  },
};
