import type { Lang } from '../i18n/lang.ts';

/** What the server itself has to say, where no page says it: what happened and what to do next. */
export const serverMessages = {
  unreadableAddress: {
    vi: 'Địa chỉ này không đọc được nên chưa mở được trang. Hãy kiểm tra lại địa chỉ.',
    en: 'This address cannot be read, so no page was opened. Check it and try again.',
  },
  foreignForm: {
    vi: 'Biểu mẫu này không được gửi từ trang của chúng tôi nên chưa có gì thay đổi. Hãy mở lại trang và gửi lại.',
    en: 'This form was not sent from our own page, so nothing was changed. Open the page again and resend it.',
  },
  readOnly: {
    vi: 'Trang này chỉ để xem, không nhận dữ liệu gửi lên. Hãy quay lại trang trước.',
    en: 'This page can only be read; nothing can be sent to it. Go back to the page before.',
  },
  tooMuch: {
    vi: 'Dữ liệu gửi lên lớn quá nên chưa nhận gì. Hãy quay lại và gửi ít hơn, hoặc ảnh nhỏ hơn.',
    en: 'Too much was sent at once, so nothing was taken. Go back and send less, or a smaller photo.',
  },
  unknownLength: {
    vi: 'Không rõ dữ liệu gửi lên dài bao nhiêu nên chưa nhận gì. Hãy gửi lại bằng biểu mẫu trên trang.',
    en: 'It was not said how much would be sent, so nothing was taken. Send it again with the form on the page.',
  },
  unknownPage: {
    vi: 'Không có trang nào ở địa chỉ này. Hãy bắt đầu lại từ trang chủ.',
    en: 'There is no page at this address. Start again from the home page.',
  },
  notEncodable: {
    vi: 'Trình duyệt không nhận cách nén nào mà nội dung này có, kể cả không nén. Hãy mở lại bằng trình duyệt khác.',
    en: 'Your browser takes none of the encodings this content comes in, nor the content as it is. Open it with another browser.',
  },
  noSuchPart: {
    vi: 'Nội dung này không dài đến đoạn được hỏi. Hãy tải lại từ đầu.',
    en: 'This content does not reach as far as was asked. Fetch it again from the beginning.',
  },
  failed: {
    vi: 'Hệ thống gặp lỗi khi xử lý yêu cầu này. Hãy thử lại sau ít phút.',
    en: 'Something failed on our side while handling this request. Try again in a few minutes.',
  },
  failedTitle: { vi: 'Trang này đang gặp lỗi', en: 'This page failed' },
} as const satisfies Record<string, Record<Lang, string>>;
