/** What the server itself has to say, before any page is involved: Vietnamese, then English. */
export const serverWords = {
  unreadableAddress:
    'Địa chỉ này không đọc được nên chưa mở được trang. Hãy kiểm tra lại địa chỉ.\n' +
    'This address cannot be read, so no page was opened. Check it and try again.',
  foreignForm:
    'Biểu mẫu này không được gửi từ trang của chúng tôi nên chưa có gì thay đổi. Hãy mở lại trang và gửi lại.\n' +
    'This form was not sent from our own page, so nothing was changed. Open the page again and resend it.',
  readOnly:
    'Trang này chỉ để xem, không nhận dữ liệu gửi lên. Hãy quay lại trang trước.\n' +
    'This page can only be read; nothing can be sent to it. Go back to the page before.',
  unknownPage: 'Không có trang nào ở địa chỉ này.\nThere is no page at this address.',
  failed:
    'Hệ thống gặp lỗi khi xử lý yêu cầu này. Hãy thử lại sau ít phút.\n' +
    'Something failed on our side while handling this request. Try again in a few minutes.',
} as const;
