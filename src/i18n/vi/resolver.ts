/** Messages of the resolver: titles of links, and what it says when it cannot lead anywhere. */
export const resolver = {
  name: 'Bộ phân giải GS1 Digital Link của sàn OCOP',
  links: {
    pip: (product: string) => `Thông tin sản phẩm ${product}`,
    certificationInfo: (decision: string) => `Quyết định công nhận OCOP số ${decision}`,
    verificationService: 'Kiểm tra tem truy xuất',
    traceability: 'Truy xuất nguồn gốc của món hàng mang tem này',
    recallStatus: 'Tình trạng thu hồi của món hàng mang tem này',
    epcis: (lot: string) => `Nhật ký sự kiện của lô ${lot} (EPCIS 2.0)`,
  },
  failures: {
    'bad-syntax': {
      title: 'Địa chỉ này chưa đúng chuẩn GS1 Digital Link',
      text: 'Mã trong địa chỉ bị sai hoặc thiếu nên chưa mở được trang. Hãy quét lại mã, hoặc so lại từng số với bao bì.',
    },
    'unknown-item': {
      title: 'Chưa có sản phẩm nào mang mã này ở đây',
      text: 'Địa chỉ viết đúng, nhưng trang này không giữ thông tin của mã ấy. Hãy tìm sản phẩm theo tên.',
    },
    'unknown-serial': {
      title: 'Số sê-ri này không phải tem của trang',
      text: 'Trang có sản phẩm mang mã hàng này, nhưng chưa từng phát hành số sê-ri trong địa chỉ. Hãy so lại từng chữ với tem; nếu quét từ hàng thì tem có thể là giả.',
    },
    'no-such-link': {
      title: 'Không có loại thông tin được hỏi',
      text: 'Mã này có ở đây, nhưng chưa có loại thông tin được hỏi. Hãy bỏ phần “linkType” trong địa chỉ để mở trang chính.',
    },
    'read-only': {
      title: 'Địa chỉ này chỉ để đọc',
      text: 'Không gửi được dữ liệu tới địa chỉ của một mã hàng, và chưa có gì thay đổi. Hãy mở lại địa chỉ bằng trình duyệt.',
    },
    'too-many': {
      title: 'Mạng này vừa hỏi quá nhiều',
      text: 'Từ mạng của bạn vừa có quá nhiều lượt hỏi về lô hàng hoặc mã sai, nên địa chỉ này tạm chưa được trả lời. Hãy thử lại sau ít phút, hoặc quét lại tem để mở trang của tem.',
    },
  },
  all: 'Các trang về mã hàng này',
  detail: 'Chi tiết kỹ thuật',
  home: 'Về trang chủ',
  search: 'Tìm sản phẩm',
};
