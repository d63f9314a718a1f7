/** Messages of checkout and of the receipt. */
export const order = {
  title: 'Đặt hàng',
  description: 'Điền tên, số điện thoại và địa chỉ; trả tiền khi nhận hàng.',
  lede: 'Trả tiền mặt cho người giao khi nhận hàng. Không cần tài khoản, không cần thẻ.',
  ledeChoice:
    'Trả tiền mặt khi nhận hàng, hoặc chuyển khoản trước bằng mã VietQR. Không cần tài khoản, không cần thẻ.',
  who: 'Người nhận',
  where: 'Nơi nhận',
  name: 'Họ và tên',
  phone: 'Số điện thoại',
  phoneHint: 'Người giao hàng gọi số này trước khi đến. Di động 10 số hoặc máy bàn 11 số.',
  email: 'Thư điện tử (không bắt buộc)',
  province: 'Tỉnh, thành phố',
  provinceChoose: 'Chọn tỉnh, thành phố',
  provinceWith: (name: string, old: string) => `${name} (gồm ${old} cũ)`,
  commune: 'Xã, phường',
  communeHint: 'Tên mới hay tên cũ đều được, ví dụ “Phù Lãng” hoặc “huyện Ý Yên, Nam Định”.',
  communeAsk: 'Xem tên mới của nơi này',
  street: 'Số nhà, đường, thôn, xóm',
  note: 'Lời nhắn cho người giao (không bắt buộc)',
  extras: 'Tặng quà, hoá đơn',
  giftSummary: 'Gửi kèm lời nhắn tặng quà',
  gift: 'Lời nhắn tặng quà',
  giftHint: 'In trên phiếu trong gói; phiếu khi đó không in giá từng món.',
  invoiceSummary: 'Lấy hoá đơn',
  invoiceExplain:
    'Ghi đúng như đã đăng ký với cơ quan thuế. Người bán lập hoá đơn khi giao hàng. Bỏ trống hết nếu không cần.',
  invoiceName: 'Tên doanh nghiệp, hộ hoặc người mua',
  taxCode: 'Mã số thuế',
  taxCodeHint: '10 số, chi nhánh thêm gạch nối và 3 số; cá nhân, hộ kinh doanh ghi số định danh 12 số.',
  invoiceAddress: 'Địa chỉ trên hoá đơn',
  invoiceEmail: 'Thư điện tử nhận hoá đơn (không bắt buộc)',
  payment: 'Cách trả tiền',
  payWays: {
    cod: { name: 'Tiền mặt khi nhận hàng', explain: 'Trả cho người giao khi hàng tới.' },
    transfer: {
      name: 'Chuyển khoản (VietQR)',
      explain:
        'Đặt xong, trang hiện mã VietQR và số tài khoản. Hàng được giữ cho bạn trong lúc chờ; nhận được tiền thì đơn được đóng gói.',
    },
    card: {
      name: 'Thẻ quốc tế (Visa, Mastercard, JCB…)',
      explain:
        'Đặt xong, bạn sang trang của Stripe để gõ số thẻ; cửa hàng không thấy số thẻ. Trang đó cần bật JavaScript. Hàng được giữ cho bạn trong lúc trả tiền.',
    },
  },
  place: (total: string) => `Đặt hàng – trả ${total} khi nhận`,
  placeChoice: (total: string) => `Đặt hàng – tổng ${total}`,
  once: 'Bấm một lần là đủ. Lỡ bấm hai lần cũng chỉ thành một đơn.',
  privacy:
    'Tên, số điện thoại và địa chỉ chỉ dùng để giao đơn này. Trong lúc bạn điền, chúng chỉ nằm trên máy này, được mã hoá, và tự xoá sau một giờ.',
  privacyLink: 'Quyền riêng tư',
  back: 'Quay lại giỏ hàng',
  yourItems: 'Đơn gồm',
  errorsTitle: (n: number) => (n === 1 ? 'Còn một chỗ cần sửa' : `Còn ${n} chỗ cần sửa`),
  errorsText: 'Chưa đặt hàng. Những gì bạn đã điền vẫn còn bên dưới.',
  errors: {
    name: (most: number) => `Viết họ và tên người nhận, từ 2 đến ${most} chữ.`,
    phone: (most: number) =>
      `Viết một số điện thoại Việt Nam: di động 10 số như 0912 345 678, hoặc máy bàn 11 số như 024 3825 4321; nhiều nhất ${most} ký tự.`,
    phones: (list: string) => `Ở đây có nhiều số: ${list}. Chỉ để lại một số để người giao hàng gọi.`,
    email: (most: number) =>
      `Địa chỉ thư chưa đúng, ví dụ đúng: ten@vidu.vn, nhiều nhất ${most} ký tự. Có thể bỏ trống.`,
    province: () => 'Chọn tỉnh, thành phố nơi nhận hàng.',
    commune: (most: number) => `Viết tên xã hoặc phường nơi nhận hàng, nhiều nhất ${most} chữ.`,
    street: (most: number) =>
      `Viết số nhà, đường, hoặc thôn, xóm để người giao tìm được, nhiều nhất ${most} chữ.`,
    note: (most: number) => `Lời nhắn dài quá ${most} chữ, hãy viết ngắn lại.`,
    gift: (most: number) => `Lời nhắn tặng quà dài quá ${most} chữ, hãy viết ngắn lại.`,
    invoiceName: (most: number) =>
      `Viết tên trên hoá đơn như đã đăng ký, từ 2 đến ${most} chữ; không cần hoá đơn thì xoá cả phần này.`,
    taxCode: () =>
      'Mã số thuế chưa đúng: 10 số có số cuối kiểm tra, chi nhánh thêm gạch nối và 3 số, hoặc số định danh 12 số. Xem lại trên giấy đăng ký.',
    invoiceAddress: (most: number) => `Viết địa chỉ trên hoá đơn, nhiều nhất ${most} chữ.`,
    invoiceEmail: (most: number) =>
      `Địa chỉ thư nhận hoá đơn chưa đúng, ví dụ đúng: ketoan@vidu.vn, nhiều nhất ${most} ký tự. Có thể bỏ trống.`,
    payment: () => 'Cách trả tiền đã chọn nay không còn nhận. Chọn một cách khác.',
  },
  unit: {
    one: (typed: string, unit: string) => `“${typed}” nay thuộc ${unit}.`,
    current: (unit: string) => `Nơi nhận: ${unit}.`,
    several: (typed: string, units: string) =>
      `“${typed}” nay thuộc một trong các nơi: ${units}. Cứ để như bạn viết cũng được; người giao sẽ gọi hỏi.`,
    perhaps: (typed: string, unit: string) =>
      `“${typed}” nay thuộc ${unit}; có thể một phần đã sang nơi khác. Cứ để như bạn viết cũng được; người giao sẽ gọi hỏi.`,
    more: (n: number) => `và ${n} nơi khác`,
    incomplete: 'có thể còn nơi khác',
    unknown: (typed: string) =>
      `Chưa tìm thấy “${typed}” trong danh mục đơn vị hành chính. Vẫn đặt được; hãy ghi thật rõ ở dòng dưới.`,
  },
  outcome: {
    'price-changed': (before: string, now: string) =>
      `Chưa đặt hàng. Tổng tiền đã đổi từ ${before} thành ${now}. Nếu đồng ý giá mới, bấm đặt hàng lần nữa.`,
    delivery: (province: string, shipping: string, total: string) =>
      `Giao đến ${province} hết ${shipping}, tổng cộng ${total}. Chưa đặt hàng; đồng ý thì bấm đặt hàng lần nữa.`,
    'not-placed':
      'Chưa đặt được hàng và chưa mất gì: hệ thống bán hàng không trả lời. Những gì bạn đã điền vẫn còn, hãy bấm đặt hàng lại sau ít phút.',
    limited:
      'Chưa đặt được hàng và chưa mất gì: từ mạng này vừa có quá nhiều đơn gửi đến. Những gì bạn đã điền vẫn còn, hãy bấm đặt hàng lại sau ít phút hoặc dùng mạng khác.',
    'limited-phone':
      'Chưa đặt được hàng và chưa mất gì: số điện thoại này đã đặt nhiều đơn trong 24 giờ qua. Hãy gọi thẳng cho chủ thể, hoặc đặt tiếp vào ngày mai.',
    'not-possible':
      'Chưa đặt được hàng và chưa mất gì: hệ thống bán hàng chưa nhận đơn giao đến nơi này. Hãy gọi thẳng cho chủ thể.',
    'card-unreachable':
      'Chưa đặt hàng, thẻ chưa bị trừ và chưa mất gì: dịch vụ thẻ không trả lời. Những gì bạn đã điền vẫn còn; hãy bấm đặt hàng lại sau ít phút, hoặc chọn cách trả khác.',
    unknownTitle: 'Đơn đang được ghi nhận',
    unknown:
      'Đơn đã gửi đi nhưng chưa có câu trả lời. Đừng làm lại từ đầu; đợi một lát rồi bấm nút dưới đây. Đơn đã vào thì bạn thấy phiếu đặt hàng, chưa vào thì đơn được đặt ngay. Một giỏ chỉ thành một đơn, dù bấm bao nhiêu lần.',
    look: 'Xem đơn đã vào chưa',
    notPlacedTitle: 'Chưa đặt được hàng',
    again: 'Đặt hàng lại',
  },
  tracking: {
    title: 'Xem lại đơn hàng',
    description: 'Mở lại phiếu đặt hàng bằng số đơn và số điện thoại.',
    lede: 'Viết số đơn và số điện thoại đã ghi khi đặt. Trang sẽ mở phiếu đặt hàng với tình trạng lúc này.',
    code: 'Số đơn',
    codeHint: 'Gồm 9 chữ và số, ở đầu phiếu đặt hàng. Viết hoa hay thường, có dấu cách đều được.',
    phone: 'Số điện thoại',
    phoneHint: 'Số đã ghi khi đặt.',
    submit: 'Xem đơn',
    errors: {
      code: 'Số đơn chưa đúng: gồm 9 chữ và số, không có 0, O, 1, I, L. Xem lại trên phiếu đặt hàng.',
      phone: 'Viết một số điện thoại Việt Nam, như 0912 345 678.',
    },
    outcome: {
      unknown:
        'Không có đơn nào với số đơn và số điện thoại này. Xem lại cả hai; số điện thoại phải là số đã ghi khi đặt.',
      'too-many':
        'Từ mạng này vừa có quá nhiều lần tra không đúng. Hãy thử lại sau mười phút, hoặc mở địa chỉ phiếu đặt hàng bạn đã giữ.',
      unreachable:
        'Chưa tra được: hệ thống bán hàng không trả lời. Đơn của bạn vẫn còn, hãy thử lại sau ít phút.',
    },
  },
  receipt: {
    title: (number: string) => `Đơn hàng số ${number}`,
    /** What has become of the order: what is told first, and what the buyer may expect next. */
    news: {
      placed: ['Đã nhận đơn của bạn.', 'Người bán sẽ gọi số điện thoại bạn đã ghi để hẹn giờ giao.'],
      awaited: ['Đã nhận đơn của bạn.', 'Còn một bước: chuyển khoản như dưới đây, rồi đơn được đóng gói.'],
      held: ['Đơn được giữ cho bạn.', ''],
      'awaited-card': ['Đơn được giữ cho bạn.', 'Còn một bước: trả bằng thẻ, rồi đơn được đóng gói.'],
      packed: ['Đơn đã được đóng gói.', 'Người giao sẽ gọi số điện thoại bạn đã ghi trước khi đến.'],
      'partly-packed': ['Một phần đơn đã được đóng gói.', 'Phần còn lại đang được chuẩn bị.'],
      shipped: ['Đơn đang trên đường giao.', 'Người giao sẽ gọi số điện thoại bạn đã ghi trước khi đến.'],
      'partly-shipped': ['Một phần đơn đang trên đường giao.', 'Phần còn lại sẽ gửi sau.'],
      delivered: ['Đơn đã giao xong.', 'Hàng có điều gì chưa đúng, hãy gọi thẳng cho chủ thể.'],
      'partly-delivered': ['Một phần đơn đã giao.', 'Phần còn lại sẽ giao sau.'],
      refunded: ['Đơn này đã được hoàn tiền.', ''],
      canceled: ['Đơn này đã bị huỷ.', ''],
    },
    money: {
      due: (sum: string) => `Bạn trả ${sum} tiền mặt khi nhận hàng.`,
      paid: (sum: string) => `Đã trả đủ ${sum}.`,
      refunded: (sum: string) => `Đã hoàn lại bạn ${sum}.`,
    },
    transfer: {
      title: (sum: string) => `Chuyển khoản ${sum}`,
      explain:
        'Mở ứng dụng ngân hàng, quét mã này; số tiền và nội dung được điền sẵn. Đang xem trên chính điện thoại đó thì lưu ảnh mã rồi mở ảnh trong ứng dụng, hoặc chép từng dòng dưới đây.',
      picture: 'Mã VietQR của đơn này; nội dung giống các dòng bên cạnh.',
      save: 'Lưu ảnh mã',
      bank: 'Ngân hàng',
      account: 'Số tài khoản',
      holder: 'Chủ tài khoản',
      amount: 'Số tiền',
      note: 'Nội dung',
      exact: 'Giữ nguyên số tiền và nội dung: nhờ đó đơn tự được ghi nhận đã trả. Chỉ chuyển một lần.',
      due: (due: string) =>
        `Hàng được giữ đến ${due}. Đến lúc đó chưa nhận được tiền thì đơn tự huỷ; đừng chuyển sau giờ này.`,
      look: 'Tôi đã chuyển – xem đã nhận chưa',
      captured: (sum: string) => `Đã nhận ${sum} chuyển khoản. Bạn không phải trả gì thêm.`,
      expired:
        'Đơn tự huỷ vì đến hạn chưa nhận được tiền. Đừng chuyển khoản cho đơn này nữa; vẫn cần hàng thì đặt lại. Đã lỡ chuyển thì gọi người bán: tiền được tìm và hoàn lại.',
      cancelled:
        'Đừng chuyển khoản cho đơn này nữa. Đã lỡ chuyển thì gọi người bán: tiền được tìm và hoàn lại.',
      unclear:
        'Đã có tiền chuyển đến nhưng chưa khớp với đơn, người bán đang xem. Đừng chuyển thêm; giữ biên lai chuyển khoản, người bán sẽ gọi số điện thoại bạn đã ghi.',
    },
    card: {
      title: (sum: string) => `Trả ${sum} bằng thẻ`,
      explain:
        'Bấm nút dưới đây để sang trang của Stripe và gõ số thẻ ở đó. Xong, bạn được đưa về trang này. Đóng nhầm trang thì mở lại địa chỉ này: thẻ chỉ bị trừ một lần.',
      pay: (sum: string) => `Sang trang thẻ – trả ${sum}`,
      due: (due: string) =>
        `Hàng được giữ đến ${due}. Đến lúc đó chưa trả thì đơn tự huỷ và thẻ không bị trừ.`,
      otherWay: 'Không trả bằng thẻ nữa – về giỏ hàng, chọn cách trả khác',
      look: 'Xem đã nhận được tiền chưa',
      notCharged: 'Thẻ chưa bị trừ. Bạn có thể trả lại bằng thẻ này hay thẻ khác, hoặc chọn cách trả khác.',
      confirming:
        'Đang xác nhận tiền từ thẻ của bạn. Đừng trả lần nữa; xem lại sau ít phút. Giữ địa chỉ trang này: đơn của bạn nằm ở đây.',
      unknownTitle: 'Chưa hỏi được thẻ đã bị trừ chưa',
      unknown:
        'Chưa hỏi được thẻ của bạn đã bị trừ chưa: dịch vụ thẻ không trả lời lúc này. Đã trả thì đừng trả lần nữa; tiền không mất, đơn tự được ghi là đã trả. Giữ địa chỉ trang này và xem lại sau ít phút.',
      captured: (sum: string) => `Đã nhận ${sum} từ thẻ của bạn. Bạn không phải trả gì thêm.`,
      refunded: (sum: string) =>
        `Đơn đã huỷ nên ${sum} được hoàn lại vào thẻ của bạn. Ngân hàng có thể cần vài ngày mới ghi có; bạn không phải làm gì.`,
      ended: 'Thẻ không bị trừ. Vẫn cần hàng thì đặt lại.',
      unclear:
        'Thẻ đã bị trừ một số tiền không khớp với đơn, người bán đang xem. Đừng trả lần nữa; người bán sẽ gọi số điện thoại bạn đã ghi.',
    },
    keep: 'Giữ địa chỉ trang này nếu muốn xem lại đơn. Ai có địa chỉ này đều xem được, nên đừng đăng lên mạng.',
    number: 'Số đơn',
    placedAt: 'Đặt lúc',
    recipient: 'Người nhận',
    phone: 'Điện thoại',
    address: 'Nơi nhận',
    gift: 'Kèm lời nhắn tặng quà; phiếu trong gói không in giá.',
    invoice: 'Hoá đơn',
    invoiceTo: (name: string, taxCode: string) => `${name}, mã số thuế ${taxCode}`,
    masked: 'Một phần được che để người khác thấy trang này cũng không biết địa chỉ của bạn.',
    unitNow: (units: string) => `Theo đơn vị hành chính hiện nay: ${units}.`,
    item: 'Món',
    quantity: 'Số lượng',
    unitPrice: 'Đơn giá',
    amount: 'Thành tiền',
    payment: 'Cách trả tiền',
    cancel: {
      summary: 'Huỷ đơn này',
      explain:
        'Huỷ được khi chưa món nào được đóng gói. Đơn đã huỷ không mở lại được; vẫn cần hàng thì đặt đơn mới.',
      phone: 'Số điện thoại đã ghi khi đặt',
      phoneHint: 'Để người chỉ có địa chỉ trang này không huỷ được đơn của bạn.',
      submit: 'Huỷ đơn',
      outcome: {
        canceled: 'Đơn đã huỷ. Bạn không phải trả gì.',
        'too-late':
          'Chưa huỷ được: đơn đã được đóng gói hoặc đã trả tiền. Hãy gọi cho người bán, hoặc không nhận hàng khi giao tới.',
        phone: 'Viết một số điện thoại Việt Nam, như 0912 345 678. Đơn chưa đổi.',
        unknown: 'Số này không phải số đã ghi khi đặt. Đơn chưa đổi.',
        'too-many':
          'Từ mạng này vừa có quá nhiều lần thử không đúng. Đơn chưa đổi; hãy thử lại sau mười phút.',
        unreachable:
          'Chưa rõ đã huỷ được chưa: hệ thống bán hàng không trả lời. Tải lại trang sau ít phút để xem.',
      },
    },
    confirmation: {
      awaited: (due: string) =>
        `Đơn này cần xác nhận: người bán sẽ gọi trước ${due}. Đến lúc đó chưa xác nhận được thì đơn tự huỷ, bạn không phải trả gì.`,
      released: () =>
        'Đơn tự huỷ vì chưa xác nhận được qua điện thoại. Bạn không phải trả gì; vẫn cần hàng thì đặt lại.',
    },
    sample: 'Đây là cửa hàng mẫu: giá và phí giao là dữ liệu mẫu, đơn này không giao thật.',
    unreachableTitle: 'Chưa mở được phiếu đặt hàng',
    unreachable:
      'Đơn của bạn vẫn còn. Hệ thống bán hàng không trả lời lúc này; hãy tải lại trang sau ít phút.',
  },
};
