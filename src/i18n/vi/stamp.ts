import type { Counted } from '../plural.ts';

/** Messages of the stamp page and of the page where a code is typed. */
export const stamp = {
  /** One a verdict: `title` by itself says which, `text` what it means and what to do next. */
  verdicts: {
    active: {
      title: 'Tem đúng, đang dùng',
      text: 'Mã này do trang phát hành và gắn với lô hàng dưới đây. Hãy so món hàng trong tay với tên, chủ thể và số lô.',
    },
    suspicious: {
      title: 'Đúng mã, nhưng tem có thể đã bị chép',
      text: 'Bạn không làm gì sai: trong những món mang mã này có thể chỉ một món giữ tem gốc. Hãy so kỹ tên, số lô trên bao bì và hỏi chủ thể trước khi dùng.',
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
  /** A code that came in an address on somebody else's host. */
  foreign: {
    title: (host: string) => `Địa chỉ này không phải của chúng tôi: ${host}`,
    text: 'Đừng mở địa chỉ ấy, đừng gõ mật khẩu hay chuyển tiền ở đó: mã thật dễ bị chép sang tem giả, dẫn về trang của người khác. Hãy tìm trên món hàng con tem in địa chỉ của trang này rồi quét con tem đó; không thấy thì đừng tin món hàng và báo lại cho chúng tôi.',
    ofCode: 'Riêng mã trong địa chỉ ấy',
    verdict: 'Địa chỉ không phải của trang này',
  },
  host: (host: string) => `Bạn đang ở ${host}. Địa chỉ này phải trùng với địa chỉ in trên tem.`,
  proves: 'Chỉ nói về con tem, không về thứ bên trong.',
  recall: { reason: 'Vì sao', advice: 'Nên làm gì', since: 'Thu hồi từ' },
  why: 'Vì sao trang nhắc',
  /** What the scans of a stamp have in common with those of copies; figures as counted. */
  suspicion: {
    devices: ({ text }: Counted) => `${text} máy khác nhau đã quét mã này.`,
    provinces: ({ text }: Counted) => `Mã này được quét ở ${text} tỉnh, thành, lúc nơi này lúc nơi khác.`,
    speed: (km: string, minutes: Counted) =>
      `Có hai lần quét cách nhau ${km} km mà chỉ ${minutes.text} phút.`,
    together: (km: string) => `Có hai lần quét gần như cùng lúc ở hai nơi cách nhau ${km} km.`,
    'before-activation': 'Mã này bị quét từ trước khi tem được kích hoạt.',
    'after-sale': 'Nhiều máy lạ quét mã này rất lâu sau khi món hàng được bán.',
    rush: ({ text }: Counted) => `Có lúc ${text} lượt quét trong một giờ.`,
    away: 'Phần lớn lượt quét ở ngoài nơi lô hàng được gửi đến.',
    looking: 'Người quản lý tem đang xem lại mã này.',
  },
  code: 'Mã tem',
  /** Above the product: how it hangs together with the stamp. */
  product: {
    compare: 'So món hàng với hồ sơ',
    issuedFor: 'Tem phát hành cho sản phẩm',
    drawing: 'Hình vẽ, chưa có ảnh chụp.',
    none: 'Chưa nối được tem này với một sản phẩm trong hồ sơ.',
    unknown: 'Hiện chưa tra được tem này thuộc sản phẩm nào.',
  },
  toProduct: 'Xem trang sản phẩm',
  buyAgain: 'Mua lại',
  stars: 'Sao OCOP của sản phẩm',
  starsApart: 'Sao là của sản phẩm, tách khỏi tình trạng con tem.',
  maker: 'Người làm ra',
  noMaker: 'Hồ sơ chưa có tên chủ thể.',
  noPhone: 'Hồ sơ chưa có số điện thoại.',
  call: (phone: string) => `Gọi ${phone}`,
  lot: 'Tem và lô hàng',
  lotCode: 'Số lô',
  madeOn: 'Ngày làm',
  useBy: 'Dùng đến hết ngày',
  noUseBy: 'không ghi hạn',
  noLot: 'Tem này chưa gắn với lô hàng nào.',
  lotUnknown: 'Hiện chưa tra được lô hàng.',
  journey: {
    title: 'Hành trình của lô',
    before: 'Trước đó',
    made: 'Làm ra',
    after: 'Sau đó',
    soldHere: 'Bán trên trang này; chưa ghi chuyến giao nào.',
    noAfter: 'Chưa ghi bước giao nhận nào.',
    all: (n: number) => `Cả ${n} bước đã ghi`,
    steps: {
      harvest: 'Thu hoạch',
      collection: 'Thu gom nguyên liệu',
      test: 'Kiểm nghiệm',
      processing: 'Chế biến',
      activation: 'Dán và kích hoạt tem',
      packing: 'Đóng gói',
      shipping: 'Gửi đến',
      receiving: 'Nhận hàng',
      recall: 'Thu hồi',
    },
    results: { passed: 'đạt', failed: 'không đạt' },
  },
  scans: {
    title: 'Lịch sử quét',
    first: 'Lần đầu',
    count: 'Số lần',
    onlyThis: 'Đây là lần quét đầu tiên của tem này.',
    oneDevice: 'Một máy quét lại trong 10 phút chỉ tính một lần.',
    many: (n: string) =>
      `Tem đã được quét ${n} lần. Hàng bày ở quầy, ở hội chợ thường được quét nhiều, nên riêng con số này không nói lên điều xấu.`,
    farApart: 'Có những lần quét ở các nơi xa nhau.',
    compare: 'Nếu tem bong, dán chồng hoặc tên, số lô trên hàng khác ở đây, hãy hỏi chủ thể trước khi dùng.',
    notAsked: 'Mở bằng trình duyệt để xem.',
    unknown: 'Hiện chưa tra được lịch sử quét. Lần mở này vẫn được ghi và sẽ được tính.',
  },
  signed: {
    title: 'Ai cũng tự kiểm được chữ ký của mã này',
    text: 'Địa chỉ tem mang chữ ký Ed25519 của trang, kiểm được cả khi không có mạng. Chữ ký chứng minh mã do trang phát hành; tem vẫn có thể bị chụp lại.',
    how: 'Cách kiểm: đổi 103 ký tự trước /01/ hoặc /T/ từ Crockford base32 ra 64 byte; lấy khoá có kid là ký tự đầu của mã; kiểm chữ ký trên chuỗi dưới đây, các phần cách nhau một byte 0.',
    parts: 'ocop signed stamp 1 · GTIN 14 số (bỏ trống nếu không có) · ký tự đầu của mã · 9 ký tự sau',
    keys: 'Khoá công khai của trang (JWKS)',
  },
  opened: 'Mã vừa mở',
  typeAgain: 'Gõ lại mã in trên tem',
  report: 'Thấy điều lạ? Báo lại',
  another: 'Kiểm mã khác',
  /** Free line of the National Competition Commission, Ministry of Industry and Trade (vcc.gov.vn). */
  hotline: {
    text: 'Nghi hàng giả hay cần hỏi quyền của người mua: gọi tổng đài người tiêu dùng 1800.6838 (miễn phí), hoặc báo Sở Công Thương nơi bạn mua.',
    number: '18006838',
    call: 'Gọi 1800.6838',
  },
  tooMany: {
    title: 'Tạm dừng xem mã sai',
    text: (minutes: number) =>
      `Từ mạng của bạn vừa có quá nhiều mã không đúng, nên trang tạm không trả lời mã sai trong khoảng ${minutes} phút. Mã đúng vẫn mở được ngay: hãy quét lại mã QR trên tem, hoặc gõ lại thật chậm từng nhóm năm ký tự.`,
  },
  form: {
    title: 'Kiểm tra tem',
    description:
      'Gõ mã in trên tem điện tử để biết tem có do trang này phát hành không, thuộc lô nào, do ai làm ra.',
    lede: 'Quét mã QR trên tem bằng máy ảnh điện thoại là nhanh nhất. Không quét được thì gõ mã vào đây.',
    label: 'Mã in trên tem',
    hint: '20 chữ và số, in ngay dưới mã QR, chia thành từng nhóm năm. Chữ hoa hay thường, có hay không có dấu gạch đều được; chữ O đọc là số 0, chữ I và L đọc là số 1. Dán cả địa chỉ cũng được.',
    gtinLabel: 'Số dưới mã vạch (GTIN)',
    gtinHint: '8 đến 14 số, in dưới mã vạch trên bao bì. Chỉ cần khi trang hỏi.',
    submit: 'Kiểm tra',
    errors: {
      empty: 'Hãy gõ mã in trên tem.',
      several:
        'Bộ gõ tiếng Việt đã đổi chữ trong mã, và có hơn một mã của trang này có thể là mã bạn gõ. Hãy so với tem rồi chọn, hoặc tắt bộ gõ tiếng Việt và gõ lại.',
      'wrong-length': (n: number) =>
        `Mã tem có 20 ký tự, bạn vừa gõ ${n}. Hãy xem lại có thiếu hay thừa nhóm nào không; nếu máy đang bật bộ gõ tiếng Việt, hãy tắt rồi gõ lại.`,
      'wrong-letters': (letters: string, places: string) =>
        `Mã tem không có ký tự này: ${letters}. Hãy xem lại trên tem: ${places}.`,
      keyboard: (letters: string) =>
        `Bộ gõ tiếng Việt đã đổi chữ trong mã (${letters}). Hãy tắt bộ gõ tiếng Việt, hoặc chuyển bàn phím sang tiếng Anh, rồi gõ lại.`,
      'one-slip': (places: string) =>
        `Mã đã gõ không phải tem của trang này, nhưng rất giống một mã có thật. Hãy so lại với tem: ${places}. Nếu trên tem đúng như đã gõ, tem có thể bị làm giả.`,
      'wrong-gtin': 'Số dưới mã vạch chưa đúng. Hãy gõ đủ các số in dưới mã vạch.',
      'other-address':
        'Địa chỉ này không phải địa chỉ tem. Địa chỉ tem có dạng …/T/ hoặc …/01/…/21/ rồi đến mã.',
      'foreign-address': (host: string) =>
        `Địa chỉ này không phải của chúng tôi: ${host}. Nó cũng không phải địa chỉ tem. Đừng mở, và đừng gõ mật khẩu hay chuyển tiền ở đó; hãy gõ mã in trên tem.`,
      'need-gtin':
        'Mã này có thể gắn với mã vạch của sản phẩm và hiện chưa tra được. Hãy gõ thêm số dưới mã vạch, hoặc quét mã QR.',
      'not-issued':
        'Không phải tem của trang này: trang chưa từng phát hành mã đó. Hãy so lại từng nhóm năm ký tự; nếu vẫn vậy, tem có thể bị làm giả.',
      'no-keys': 'Trang này đang chạy mà chưa có khoá kiểm tem. Hãy quay lại sau.',
    },
    place: (n: number, group: number) => `chữ thứ ${n} của nhóm ${group}`,
    typedAs: 'Mã đã gõ, chỗ cần xem lại được gạch dưới:',
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
      'Mở trang của con tem rồi bấm “Thấy điều lạ? Báo lại”. Hãy giữ món hàng và bao bì, chụp ảnh tem cùng chỗ mua.',
      'Gọi cho chủ thể theo số in trên bao bì hoặc trong hồ sơ sản phẩm.',
      'Nghi hàng giả, hàng quá hạn: báo lực lượng quản lý thị trường hoặc Sở Công Thương nơi bạn mua.',
    ],
  },
};
