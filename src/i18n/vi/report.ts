import type { ReportReason } from '@ocop/rules/stamps/report';

/** Messages of the form with which a buyer reports a doubt about a stamp, and of the page after it. */
export const report = {
  title: 'Báo điều nghi ngờ',
  description: 'Thấy tem hay hàng có gì lạ? Báo cho chúng tôi, kèm ảnh nếu có.',
  lede: 'Tem trông như bị sao chép, hàng khác với trang, nhãn bị dán đè…? Báo giúp chúng tôi. Bạn không cần tài khoản.',
  code: 'Mã trên tem',
  codeHint: 'Dãy chữ và số in cạnh hình vuông. Mã không phải của trang này cũng báo được.',
  foreignAddress: (host: string) =>
    `Địa chỉ này không phải của chúng tôi: ${host}. Đừng mở, và đừng gõ mật khẩu hay chuyển tiền ở đó. Cứ gửi báo cáo: người xử lý sẽ thấy tên miền ấy.`,
  reasonTitle: 'Điều gì lạ?',
  reasons: {
    'looks-copied': 'Tem trông như bị sao chép',
    'other-goods': 'Hàng khác với sản phẩm trên trang',
    'label-differs': 'Nhãn bị sửa, dán đè hoặc khác ảnh',
    opened: 'Bao bì hoặc tem đã bị mở, bị bóc',
    'bad-quality': 'Hàng hỏng hoặc kém chất lượng',
    other: 'Điều khác',
  } satisfies Record<ReportReason, string>,
  words: 'Kể thêm (không bắt buộc)',
  wordsHint: 'Mua ở đâu, khi nào, thấy gì lạ. Nhiều nhất 1.000 ký tự.',
  photo: 'Một tấm ảnh (không bắt buộc)',
  photoHint:
    'Ảnh JPEG, PNG hoặc WebP, nhiều nhất 6 MB. Chúng tôi thu nhỏ ảnh và bỏ mọi thông tin máy ghi kèm, như nơi chụp. Chỉ người xử lý được xem.',
  contact: 'Điện thoại hoặc thư điện tử (không bắt buộc)',
  contactHint: (days: number) =>
    `Chỉ dùng để trả lời bạn về việc này. Ảnh và cách liên lạc được xóa sau ${days} ngày.`,
  trap: 'Để trống ô này',
  submit: 'Gửi báo cáo',
  once: 'Bấm một lần là đủ. Lỡ bấm hai lần cũng chỉ thành một báo cáo.',
  danger: 'Nếu ăn uống xong thấy không khỏe, hãy gọi 115 hoặc đến cơ sở y tế trước, rồi báo sau.',
  privacyLink: 'Quyền riêng tư',
  errorsTitle: (n: number) => (n === 1 ? 'Còn một chỗ cần sửa' : `Còn ${n} chỗ cần sửa`),
  errorsText: 'Chưa gửi báo cáo. Những gì bạn đã viết vẫn còn bên dưới.',
  photoAgain: 'Nếu có ảnh, hãy chọn lại ảnh: trình duyệt không giữ được.',
  errors: {
    code: 'Viết mã trên tem. Tem không có mã thì viết “không có”.',
    reason: 'Chọn một dòng gần đúng nhất với điều bạn thấy.',
    words: 'Lời kể dài quá 1.000 ký tự, hãy viết ngắn lại.',
    contact:
      'Viết một số điện thoại Việt Nam (di động 10 số, máy bàn 11 số) hoặc một địa chỉ thư, nhiều nhất 120 ký tự, ví dụ 0912 345 678 hay ten@vidu.vn. Có thể bỏ trống.',
    trap: 'Ô cuối cùng phải để trống; có thể trình duyệt đã tự điền. Chúng tôi đã xóa nó, hãy gửi lại.',
  },
  photoErrors: {
    'too-large':
      'Ảnh lớn quá 6 MB nên chưa gửi được. Chụp màn hình tấm ảnh rồi gửi ảnh đó, chọn ảnh nhỏ hơn, hoặc gửi không kèm ảnh.',
    heic: 'Ảnh HEIC của iPhone chưa đọc được. Chụp màn hình tấm ảnh rồi gửi ảnh đó, hoặc vào Cài đặt → Camera → Định dạng → Tương thích nhất và chụp lại.',
    'not-a-photo': 'Tệp này không phải ảnh JPEG, PNG hay WebP. Chọn một tấm ảnh khác.',
    unreadable: 'Ảnh này bị hỏng hoặc quá lớn nên không mở được. Chọn ảnh khác hoặc chụp lại.',
  },
  outcome: {
    'too-large':
      'Chưa gửi báo cáo: dữ liệu lớn quá hoặc bị đứt giữa chừng, nên phải viết lại. Hãy chọn ảnh dưới 6 MB, hoặc gửi không kèm ảnh.',
    'not-taken':
      'Chưa ghi được báo cáo vì hệ thống không trả lời. Những gì bạn đã viết vẫn còn; hãy gửi lại sau ít phút. Gửi lại không thành hai báo cáo.',
    'too-many': (minutes: number) =>
      `Chưa nhận báo cáo: từ mạng này vừa có quá nhiều báo cáo. Những gì bạn đã viết vẫn còn; hãy gửi lại sau ${minutes} phút, hoặc dùng mạng khác.`,
    busy: 'Chưa gửi báo cáo: đang có nhiều ảnh chờ xử lý. Những gì bạn đã viết vẫn còn; hãy gửi lại sau nửa phút, hoặc gửi không kèm ảnh.',
  },
  taken: {
    title: 'Đã nhận báo cáo của bạn',
    number: (n: number) => `Số báo cáo: ${n}`,
    text: 'Cảm ơn bạn. Báo cáo đã được ghi lại và sẽ có người xem. Hãy giữ số này nếu muốn hỏi lại.',
    next: [
      'Giữ lại món hàng, tem và hóa đơn nếu còn.',
      'Nếu bạn để lại cách liên lạc, chúng tôi chỉ dùng nó để trả lời về việc này.',
      'Nghi là hàng giả, bạn cũng có thể báo Quản lý thị trường nơi mua.',
    ],
    unknown: 'Trang này hiện sau khi gửi một báo cáo. Bạn chưa gửi báo cáo nào từ đây.',
    again: 'Báo một tem khác',
  },
};
