/** Words of the stamp page and of the page where a code is typed. */
export const stamp = {
  /** One a verdict: `title` by itself says which, `text` what it means and what to do next. */
  verdicts: {
    active: {
      title: 'Tem đúng, đang dùng',
      text: 'Mã này do trang phát hành và gắn với lô hàng dưới đây. Hãy so món hàng trong tay với hình, tên và số lô.',
    },
    suspicious: {
      title: 'Đúng mã, nhưng tem có thể đã bị chép',
      text: 'Bạn không làm gì sai: trong những món mang mã này có thể chỉ một món giữ tem gốc. Hãy so kỹ với hình và hỏi chủ thể trước khi dùng.',
    },
    expired: {
      title: 'Hàng đã quá hạn dùng',
      text: 'Mã tem đúng, nhưng món hàng mang tem đã qua hạn. Không nên dùng; hãy hỏi người bán để đổi.',
    },
    recalled: {
      title: 'Đang bị thu hồi: đừng dùng',
      text: 'Mã tem đúng, nhưng hàng mang tem này đang được thu hồi.',
    },
    'not-activated': {
      title: 'Tem chưa kích hoạt',
      text: 'Mã này do trang phát hành nhưng chưa gắn với lô hàng nào. Nếu hàng đã bày bán, hãy hỏi người bán và chủ thể trước khi mua.',
    },
    'not-printed': {
      title: 'Tem chưa được in',
      text: 'Mã này có trong hồ sơ, nhưng hồ sơ chưa ghi là tem đã in nên lẽ ra chưa thể dán trên hàng. Hãy hỏi chủ thể trước khi mua, và báo lại nếu bạn quét nó từ một món hàng.',
    },
    voided: {
      title: 'Tem đã bị huỷ',
      text: 'Mã này từng do trang phát hành nhưng đã bị huỷ, không được dán trên hàng nữa. Đừng tin món hàng mang tem này; hãy báo lại.',
    },
    'key-cut-off': {
      title: 'Mã thuộc khoá đã thôi dùng',
      text: 'Khoá tạo ra mã này từng bị lộ. Tem kích hoạt trước khi lộ vẫn được nhận; tem này thì không. Đừng tin món hàng mang tem này; hãy báo lại.',
    },
    unknown: {
      title: 'Đúng mã, chưa rõ tình trạng',
      text: 'Mã này do trang phát hành. Nơi lưu tình trạng tem hiện không trả lời, nên chưa biết tem còn dùng, đã huỷ hay bị thu hồi. Hãy tải lại trang sau ít phút.',
    },
    'not-asked': {
      title: 'Mã tem do trang này phát hành',
      text: 'Mở trang này bằng trình duyệt trên điện thoại để xem tình trạng tem, lô hàng và lịch sử quét.',
    },
    'not-issued': {
      title: 'Không phải tem của trang này',
      text: 'Trang này chưa từng phát hành mã đó. Nếu quét từ mã QR trên hàng thì tem có thể bị làm giả; nếu gõ tay, hãy kiểm tra lại từng chữ.',
    },
    malformed: {
      title: 'Mã không đúng dạng mã tem',
      text: 'Địa chỉ này thiếu, thừa hoặc sai ký tự nên không phải mã tem. Hãy quét lại, hoặc gõ lại mã in trên tem: 20 chữ và số.',
    },
    'no-keys': {
      title: 'Hiện chưa kiểm được tem',
      text: 'Trang này đang chạy mà chưa có khoá kiểm tem, nên chưa nói được gì về mã này. Hãy quay lại sau.',
    },
  },
  verdict: 'Kết quả kiểm tem',
  host: (host: string) => `Bạn đang ở ${host}. Địa chỉ này phải trùng với địa chỉ in trên tem.`,
  code: 'Mã tem',
  product: 'So món hàng với hồ sơ',
  toProduct: 'Xem trang sản phẩm',
  noProduct: 'Chưa nối được tem này với một sản phẩm trong hồ sơ.',
  productUnknown: 'Hiện chưa tra được tem này thuộc sản phẩm nào.',
  stars: 'Sao OCOP của sản phẩm',
  starsApart: 'Sao là chuyện của sản phẩm, không phụ thuộc tem còn dùng hay không.',
  maker: 'Người làm ra',
  noMaker: 'Hồ sơ chưa có tên chủ thể.',
  noPhone: 'Hồ sơ chưa có số điện thoại của chủ thể.',
  lot: 'Lô hàng',
  lotCode: 'Số lô',
  madeOn: 'Ngày làm',
  useBy: 'Dùng đến hết ngày',
  noUseBy: 'không ghi hạn',
  noLot: 'Tem này chưa có thông tin lô hàng.',
  lotUnknown: 'Lô hàng hiện chưa tra được.',
  steps: 'Một bước trước, một bước sau',
  before: 'Trước đó: nguyên liệu',
  after: 'Sau đó: nơi bán',
  noBefore: 'chưa được ghi',
  afterShop: 'Bán trên trang này; các bước giao nhận khác chưa được ghi.',
  noAfter: 'Chưa có bước giao nhận nào được ghi cho lô này.',
  scans: 'Lần quét',
  firstScan: 'Lần quét đầu',
  scanCount: 'Số lần quét',
  countIs: (n: number) => (n === 1 ? '1 (lần này)' : String(n)),
  oneDevice: 'Một máy quét lại trong 10 phút chỉ tính một lần.',
  scansNotAsked: 'Mở bằng trình duyệt để xem.',
  noScans: 'Chưa tra được lịch sử quét.',
  proves: 'Kết quả này nói về con tem, không nói về thứ bên trong. Tem có thể bị chụp lại và dán lên hàng khác.',
  opened: 'Mã vừa mở',
  typeAgain: 'Gõ lại mã in trên tem',
  report: 'Thấy điều lạ? Xem cách báo lại',
  another: 'Kiểm mã khác',
  form: {
    title: 'Kiểm tra tem',
    description: 'Gõ mã in trên tem điện tử để biết tem có do trang này phát hành không, thuộc lô nào, do ai làm ra.',
    lede: 'Quét mã QR trên tem bằng máy ảnh điện thoại là nhanh nhất. Không quét được thì gõ mã vào đây.',
    label: 'Mã in trên tem',
    hint: '20 chữ và số, in ngay dưới mã QR, chia thành từng nhóm năm. Chữ hoa hay thường, có hay không có dấu gạch đều được; chữ O đọc là số 0, chữ I và L đọc là số 1. Dán cả địa chỉ cũng được.',
    gtinLabel: 'Số dưới mã vạch (GTIN)',
    gtinHint: '8 đến 14 số, in dưới mã vạch trên bao bì. Chỉ cần khi trang hỏi.',
    submit: 'Kiểm tra',
    errors: {
      empty: 'Hãy gõ mã in trên tem.',
      'wrong-length': (n: number) =>
        `Mã tem có 20 ký tự, bạn vừa gõ ${n}. Hãy xem lại có thiếu hay thừa nhóm nào không.`,
      'wrong-letters': (letters: string) =>
        `Mã tem không có ký tự này: ${letters}. Hãy xem lại chỗ đó trên tem.`,
      'wrong-gtin': 'Số dưới mã vạch chưa đúng. Hãy gõ đủ các số in dưới mã vạch.',
      'other-address':
        'Địa chỉ này không phải địa chỉ tem. Địa chỉ tem có dạng …/T/ hoặc …/01/…/21/ rồi đến mã.',
      'need-gtin':
        'Mã này có thể gắn với mã vạch của sản phẩm và hiện chưa tra được. Hãy gõ thêm số dưới mã vạch, hoặc quét mã QR.',
      'not-issued':
        'Không phải tem của trang này: trang chưa từng phát hành mã đó. Hãy so lại từng nhóm năm ký tự; nếu vẫn vậy, tem có thể bị làm giả.',
      'no-keys': 'Trang này đang chạy mà chưa có khoá kiểm tem. Hãy quay lại sau.',
    },
    whereTitle: 'Mã nằm ở đâu?',
    where: [
      'Trên con tem dán ở nắp, cổ chai hoặc mép bao bì: một mã QR đen trắng, bên dưới là 20 ký tự.',
      'Mã vạch thường của sản phẩm không phải mã tem: mã vạch giống nhau trên mọi món, mã tem mỗi món một khác.',
    ],
    meansTitle: 'Trang trả lời được gì?',
    means: [
      'Mã có do trang này phát hành hay không, tem đang dùng, chưa kích hoạt, đã huỷ hay bị thu hồi.',
      'Món hàng thuộc lô nào, làm ngày nào, ai làm, sao OCOP theo quyết định nào.',
      'Không trả lời được thứ bên trong bao bì có đúng là hàng ấy không: tem có thể bị chụp lại.',
    ],
    reportTitle: 'Thấy điều lạ thì báo ở đâu?',
    report: [
      'Trang này chưa có biểu mẫu báo lại. Trong lúc chờ, hãy giữ món hàng và bao bì, chụp ảnh tem cùng chỗ mua.',
      'Gọi cho chủ thể theo số in trên bao bì hoặc trong hồ sơ sản phẩm.',
      'Nghi hàng giả, hàng quá hạn: báo lực lượng quản lý thị trường hoặc Sở Công Thương nơi bạn mua.',
    ],
  },
};
