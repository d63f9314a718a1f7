/** Messages of the part of the stamp page that reads stamps: camera, photo, and without a network. */
export const scanner = {
  label: 'Đọc tem bằng máy',
  camera: 'Quét bằng máy ảnh',
  next: 'Quét con tem khác',
  photo: 'Chọn ảnh chụp tem',
  local: 'Máy của bạn tự đọc hình. Không hình nào được gửi đi.',
  noScript:
    'Trình duyệt này không chạy JavaScript nên không quét được ở đây. Gõ mã bên dưới vẫn kiểm được, hoặc quét bằng máy ảnh của điện thoại.',
  starting: 'Đang mở máy ảnh… Nếu máy hỏi, hãy chọn cho phép.',
  aim: 'Đưa mã QR trên tem vào giữa khung. Giữ cách tem một gang tay, đủ sáng.',
  viewfinder: 'Hình từ máy ảnh',
  stop: 'Dừng quét',
  torch: 'Bật đèn',
  torchOff: 'Tắt đèn',
  readingPhoto: 'Đang đọc ảnh…',
  opening: { title: 'Đã đọc được mã', text: 'Đang mở trang của tem…' },
  openNow: 'Mở trang này',
  foreign: {
    title: 'Không phải tem của trang này',
    before: 'Mã QR này dẫn đến',
    text: 'Đó không phải tên miền của trang này, nên chúng tôi không mở và không nói được gì về món hàng. Hãy đọc kỹ tên miền: tem dán chồng hay tem giả thường dùng tên gần giống.',
    here: 'Hỏi trang này về mã đó',
  },
  noAddress: {
    title: 'Mã QR này không phải tem',
    text: 'Bên trong không có địa chỉ trang web, chỉ có chữ:',
  },
  none: {
    title: 'Chưa thấy mã QR trong ảnh',
    text: 'Hãy chụp gần hơn, thẳng mặt tem, đủ sáng và không bóng loá. Hoặc gõ mã in dưới mã QR.',
  },
  several: {
    title: 'Trong ảnh có nhiều con tem',
    text: (count: number) =>
      `Máy đọc được ${count} con tem. Hãy chụp riêng từng con để biết kết quả là của món nào.`,
  },
  notPicture: {
    title: 'Không mở được ảnh này',
    text: 'Tệp có thể hỏng, hoặc là kiểu ảnh trình duyệt không đọc được. Hãy chọn ảnh JPEG hay PNG, hoặc quét bằng máy ảnh.',
  },
  noReader: {
    title: 'Chưa tải được bộ đọc mã',
    text: 'Mạng bị ngắt khi đang tải. Hãy thử lại khi có mạng, hoặc gõ mã in trên tem.',
  },
  cameraTroubles: {
    refused: {
      title: 'Máy ảnh chưa được cho phép',
      text: 'Bạn hoặc máy đã chọn không cho phép. Hãy bấm vào biểu tượng cạnh địa chỉ trang, cho phép máy ảnh rồi quét lại; hoặc chọn ảnh chụp, gõ mã.',
    },
    absent: {
      title: 'Không tìm thấy máy ảnh',
      text: 'Máy này không có máy ảnh nào dùng được. Hãy chọn ảnh chụp tem hoặc gõ mã.',
    },
    busy: {
      title: 'Máy ảnh đang bận',
      text: 'Một ứng dụng khác đang dùng máy ảnh. Hãy đóng ứng dụng đó rồi quét lại.',
    },
    insecure: {
      title: 'Máy ảnh chỉ mở được trên trang https',
      text: 'Trang đang mở qua địa chỉ không mã hoá nên trình duyệt không cho dùng máy ảnh. Hãy chọn ảnh chụp tem hoặc gõ mã.',
    },
    unsupported: {
      title: 'Trình duyệt này không mở được máy ảnh',
      text: 'Hãy mở trang bằng Chrome, Safari hoặc Firefox; hoặc chọn ảnh chụp tem, gõ mã.',
    },
    failed: {
      title: 'Không mở được máy ảnh',
      text: 'Có trục trặc ở máy. Hãy thử lại, hoặc chọn ảnh chụp tem, gõ mã.',
    },
  },
  offline: {
    banner: 'Đang không có mạng. Máy vẫn đọc tem; những gì cần hỏi trang sẽ chờ ở danh sách bên dưới.',
    signed: {
      title: 'Chữ ký đúng',
      text: (seen: string) =>
        `Mã này mang đúng chữ ký của trang. Tình trạng tính đến ${seen}, lúc máy lưu khoá: tem bị huỷ, lô bị thu hồi hay quá hạn thì máy chưa biết, có mạng sẽ hỏi tiếp. Chữ ký nói về con tem, không nói về thứ bên trong.`,
    },
    cutOff: {
      title: 'Chữ ký đúng, nhưng khoá đã bị lộ',
      text: (seen: string) =>
        `Tính đến ${seen}, khoá ký con tem này đã bị lộ, nên người khác cũng có thể ký được. Chỉ trang mới biết con tem này còn giá trị không; hãy hỏi lại khi có mạng.`,
    },
    forged: {
      title: 'Chữ ký sai',
      text: (seen: string) =>
        `So với khoá của trang lưu lúc ${seen}, chữ ký trong mã này không đúng. Tem có thể bị làm giả, hoặc máy đọc nhầm: hãy quét lại một lần.`,
    },
    'unknown-key': {
      title: 'Chưa kiểm được chữ ký',
      text: (seen: string) =>
        `Con tem dùng khoá mà máy chưa có; máy lưu khoá lúc ${seen}. Con tem được giữ lại để hỏi khi có mạng.`,
    },
    'no-keys': {
      title: 'Chưa kiểm được chữ ký',
      text: 'Máy này chưa lưu khoá của trang. Con tem được giữ lại để hỏi khi có mạng; có mạng, hãy mở trang này một lần để lưu khoá.',
    },
    unsigned: {
      title: 'Con tem này cần mạng để kiểm',
      text: 'Chữ ký của loại tem này chưa kiểm được khi không có mạng. Con tem được giữ lại để hỏi khi có mạng.',
    },
    'no-code': {
      title: 'Không phải mã tem của trang',
      text: 'Địa chỉ viết như của một con tem, nhưng số trong đó không có dạng mã tem nào. Tem có thể là giả, hoặc máy đọc nhầm: hãy quét lại một lần.',
    },
    page: {
      title: 'Trang này cần mạng',
      text: 'Mã QR dẫn đến một trang khác của chúng tôi, không phải tem. Hãy mở lại khi có mạng.',
    },
    typed: {
      title: 'Mã gõ tay cần mạng để kiểm',
      text: 'Mã đủ 20 ký tự và được giữ lại để hỏi khi có mạng.',
    },
    keyboard: {
      title: 'Bộ gõ tiếng Việt đã đổi chữ trong mã',
      text: (letters: string) =>
        `Trong mã có ${letters}. Hãy tắt bộ gõ tiếng Việt rồi gõ lại thì chắc hơn; chữ vừa gõ cũng được giữ lại, có mạng trang sẽ đọc giúp.`,
    },
    odd: {
      title: 'Mã gõ chưa đúng',
      text: (length: number) =>
        `Mã tem có 20 chữ và số, bạn vừa gõ ${length} ký tự hoặc có ký tự lạ. Hãy xem lại từng nhóm năm.`,
    },
  },
  signedTyped: {
    title: 'Mã 10 ký tự được kiểm bằng cách quét',
    text: 'Loại tem này mang chữ ký ngay trong mã QR; 10 ký tự in bên dưới chỉ để đọc cho nhau. Hãy quét mã QR hoặc chọn ảnh chụp tem.',
  },
  code: 'Mã tem',
  queue: {
    title: 'Tem đã đọc khi không có mạng',
    about:
      'Danh sách nằm trên máy này, nhiều nhất 200 con tem. Có mạng, máy hỏi trang từng con; mỗi lần hỏi tính là một lần quét.',
    notKept: 'Trình duyệt không cho lưu trên máy này: đóng trang là mất danh sách.',
    signature: 'Chữ ký đúng, chờ hỏi tình trạng',
    nothing: 'Chưa kiểm, chờ hỏi khi có mạng',
    asking: 'Đang hỏi…',
    askNow: 'Hỏi trang ngay',
    later: (count: number) =>
      `Còn ${count} con tem chưa hỏi được: chưa có mạng, hoặc trang đang bận. Máy sẽ hỏi lại khi có mạng.`,
    done: 'Đã hỏi xong.',
    readAt: 'đọc lúc',
    askedAt: 'hỏi lúc',
    remove: 'Bỏ',
    removeOf: (code: string) => `Bỏ ${code} khỏi danh sách`,
    clear: 'Xoá cả danh sách',
  },
  install: {
    title: 'Dùng khi không có mạng',
    lines: [
      'Mở trang này một lần khi có mạng; từ đó trang mở được cả ở nơi mất sóng. Muốn mở nhanh như ứng dụng: chọn “Thêm vào màn hình chính” trong trình duyệt.',
      'Không có mạng, tem có chữ ký trong mã QR vẫn kiểm được chữ ký bằng khoá công khai đã lưu; các loại tem khác được giữ lại trên máy và hỏi khi có mạng.',
    ],
  },
};
