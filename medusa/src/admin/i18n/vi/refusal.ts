import type { StampSegment } from '@ocop/rules/stamps/stamp-segment';
import { figuresIn } from '../figures.ts';
import type { RefusalName, RefusalMessages } from '../refused.ts';
import type { Refusal } from '../../server/ask.ts';

const { number } = figuresIn('vi');
const named = (segment: StampSegment | null) =>
  segment === null
    ? 'Có tem trong phần này'
    : segment.first === segment.last
      ? `Tem ${number(segment.first + 1)}`
      : `Tem ${number(segment.first + 1)} đến ${number(segment.last + 1)}`;

/** Says what the server refused and what to do next; nothing was changed by a refused request. */
export const refusals: RefusalMessages = {
  'no-answer': () => 'Máy chủ không trả lời. Hãy xem lại mạng rồi thử lại; chưa có gì thay đổi.',
  'signed-out': () => 'Phiên làm việc đã hết. Hãy tải lại trang và đăng nhập lại.',
  'unknown-lot': () => 'Chưa có lô này. Hãy đăng ký lô trước, hoặc tắt bộ gõ tiếng Việt và gõ lại mã lô.',
  'unknown-product': () => 'Sản phẩm này chưa có lô nào. Hãy đăng ký lô đầu tiên, hoặc xem lại tên.',
  'unknown-range': () => 'Chưa từng có dải tem này. Hãy xem lại số dải.',
  'unknown-recall': () => 'Không có đợt thu hồi này. Hãy mở lại danh sách thu hồi.',
  'unknown-report': () => 'Không có báo này. Hãy mở lại danh sách.',
  'unknown-order': () => 'Không có đơn nào trả bằng chuyển khoản với mã này. Hãy xem lại mã đơn.',
  'unknown-member': () => 'Không có người này, hoặc tài khoản đã khoá. Hãy tải lại trang.',
  'unknown-transfer': () => 'Không có khoản tiền này. Hãy tải lại trang.',
  'unknown-refund': () => 'Khoản này đã được ghi là trả lại rồi. Hãy tải lại trang.',
  'not-awaited': () =>
    'Đơn này không còn chờ tiền: đã trả, đã huỷ hoặc đã quá hạn. Hãy tải lại trang và xem đơn.',
  'other-sum': () =>
    'Số tiền chưa đủ cho đơn này. Hãy chờ người mua chuyển nốt, rồi bấm lại; các khoản ghi cùng đơn được cộng lại.',
  'entry-taken': () => 'Khoản này đã gửi với số tiền khác. Hãy tải lại trang và xem.',
  'unknown-entry': () => 'Không có khoản này, hoặc đã rút lại rồi. Hãy tải lại trang.',
  'no-statement': () => 'Chủ thể này không có khoản tiền nào trong tháng.',
  'card-unreachable': () => 'Dịch vụ thẻ không trả lời, nên chưa hoàn gì. Hãy thử lại sau ít phút.',
  'dealt-with': () => 'Người khác vừa xử lý khoản này. Hãy tải lại trang.',
  'unknown-message': () => 'Đơn này không có thư ấy, nên chưa gửi gì. Hãy tải lại trang.',
  'message-waiting': () => 'Thư này đang chờ gửi rồi. Hãy đợi một phút rồi tải lại trang.',
  'unknown-event': () => 'Không có việc này trong nhật ký. Hãy tải lại trang.',
  'already-taken-back': () => 'Việc này đã được rút lại trước đó.',
  'invalid-body': (_, fields) =>
    `Chưa lưu gì: chưa đúng ở ${fields.join(', ') || 'nội dung gửi đi'}. Hãy xem lại rồi gửi lại.`,
  'invalid-query': (_, fields) =>
    `Chưa tra được: chưa đúng ở ${fields.join(', ') || 'địa chỉ'}. Hãy tải lại trang.`,
  'lot-differs': () =>
    'Mã lô này đã đăng ký với thông tin khác, xem ở trên. Hàng khác thì đặt mã lô mới; đăng ký nhầm thì mở lô đó và bấm “Sửa thông tin”.',
  'code-characters': () =>
    'Mã lô chỉ gồm chữ không dấu, chữ số và các dấu như - / . , không có dấu cách. Hãy tắt bộ gõ tiếng Việt.',
  'unlisted-product': () =>
    'Hồ sơ không có sản phẩm này. Hãy chọn trong danh sách; sản phẩm vừa thêm vào hồ sơ thì có ở đây sau lần đồng bộ tới.',
  'more-ordered-than-lot': () =>
    'Lô không có từng ấy gói, nên sẽ thành tem không có hàng. Hãy đặt ít hơn, sửa số gói của lô, hoặc viết lý do vào ô “Vì sao nhiều tem hơn số gói”.',
  'product-differs': () => 'Mã lô này đã dùng cho sản phẩm khác. Hãy đặt mã lô mới cho hàng này.',
  'no-keys': () => 'Máy chủ chưa có khoá tem. Hãy nhờ người quản trị đặt STAMP_KEYS và SITE_URL.',
  'no-range-left': () => 'Đã dùng hết số dải tem. Cần người phát triển mở loại mã mới.',
  'lot-of-another-product': () => 'Lô này là sản phẩm khác với tem. Hãy chọn lô của đúng sản phẩm.',
  'other-lot-in-print': () => 'Tem đã in sẵn mã của lô khác. Hãy kích hoạt với lô đó, hoặc đặt tem mới.',
  'other-gtin-in-print': () => 'Tem in mã GTIN khác với lô này. Hãy sửa lô, hoặc đặt tem mới cho lô.',
  'more-than-lot': () =>
    'Lô không có từng ấy gói, nên sẽ thành tem không có hàng. Hãy kích hoạt ít hơn, sửa số gói của lô, hoặc viết lý do vào ô “Vì sao nhiều tem hơn số gói”.',
  'lot-recalled': () => 'Lô này đang bị thu hồi. Hãy kết thúc thu hồi trước, hoặc dùng lô khác.',
  'not-printed': () => 'Tem chưa được ghi là đã in. Hãy in và ghi lại trước.',
  'already-printed': () => 'Dải này đã được ghi là in trước đó. Hãy làm bước tiếp theo.',
  'already-delivered': () => 'Dải này đã được ghi là giao trước đó. Hãy làm bước tiếp theo.',
  voided: () => 'Những tem này đã huỷ hẳn. Hãy dùng tem khác hoặc đặt tem mới.',
  'already-voided': (segment) => `${named(segment)} đã huỷ rồi. Hãy bỏ phần đó ra.`,
  'already-activated': (segment) => `${named(segment)} đã kích hoạt rồi. Hãy chọn phần không có chúng.`,
  recalled: (segment) =>
    `${named(segment)} đang bị thu hồi. Hãy kết thúc thu hồi trước, hoặc chọn phần khác.`,
  'already-recalled': () => 'Hàng này đang bị thu hồi rồi. Muốn đổi lời thì kết thúc đợt kia trước.',
  'already-lifted': () => 'Đợt thu hồi này đã kết thúc. Cần thì thu hồi lại từ đầu.',
  'stock-not-held': () => 'Đợt thu hồi này không dừng bán sản phẩm, nên không có gì để cho bán lại.',
  'unknown-pack': () => 'Gói hàng này không còn bán. Hãy tải lại trang.',
  'no-price-held': () => 'Giá của gói hàng này không bị dừng nữa. Hãy tải lại trang.',
  'price-moved': () => 'Giá vừa đổi trong lúc bạn xem. Hãy tải lại trang và xem giá mới.',
  'price-implausible': () =>
    'Giá phải là số nguyên từ 1.000 đến 500.000.000 ₫. Hãy sửa giá của sản phẩm; ô giá của Medusa nhận 295000, không nhận 295.000.',
  'outside-range': () => 'Phần này không nằm trong dải. Hãy xem lại số đầu và số cuối.',
  'key-cut-off': () => 'Khoá của dải này đã lộ và bị cắt. Hãy huỷ dải và đặt tem mới.',
  malformed: () => 'Đây không phải mã tem. Hãy gõ lại 20 chữ trên tem (10 chữ với tem có chữ ký).',
  'not-issued': () =>
    'Trang này chưa từng phát hành mã đó. Gõ tay thì hãy xem lại từng chữ; quét từ hàng thì tem có thể là giả.',
  'already-so': () => 'Tem này đã được ghi như vậy rồi.',
  'not-so': () => 'Tem này không được ghi như vậy, nên không có gì để thôi.',
  'no-warning': () => 'Tem này không bị nghi và không có cảnh báo, nên không có gì để gỡ. Hãy tải lại trang.',
  'not-activated': () => 'Tem này chưa kích hoạt nên chưa thể là hàng đã bán. Hãy kích hoạt trước.',
  'void-is-final': () => 'Tem đã huỷ thì không lấy lại được. Hãy dán tem mới.',
  'no-photo': () => 'Báo này không có ảnh, hoặc ảnh đã xoá khi hết hạn giữ.',
  'no-such-step': () => 'Báo này không chuyển sang tình trạng đó được. Hãy tải lại trang.',
  'against-history': () =>
    'Nhật ký truy xuất của lô nói khác. Hãy mở nhật ký của lô, sửa cho đúng rồi làm lại.',
  'unnamed-product': () =>
    'Cửa hàng không bán sản phẩm này nên không biết in tên gì. Hãy điền “Tên in trên tem”.',
  'does-not-fit': () => 'Tem không vừa tờ này. Hãy chọn khổ nhãn lớn hơn, và xem lại nhãn bắt đầu.',
  'needs-a-job': () => 'Quá nhiều tem cho một lần tải. Hãy bấm “Tải tờ tem” để máy chủ viết thành tệp.',
  'too-many-stamps': () => 'Một tệp dạng này không chứa được từng ấy tem. Hãy tải từng phần của dải.',
  'sheets-busy': () => 'Máy chủ đang viết mấy tệp tem khác. Hãy đợi một tệp xong rồi làm lại.',
  'no-room': () => 'Đĩa của máy chủ không đủ chỗ cho tệp này. Hãy báo người quản trị, hoặc tải từng phần.',
  'unknown-sheet': () => 'Không có tệp này, hoặc đã quá một ngày nên đã xoá. Hãy tạo lại.',
  'sheet-not-ready': () => 'Tệp chưa viết xong. Hãy đợi thêm.',
  'sheet-elsewhere': () => 'Tệp nằm trên máy chủ khác. Hãy bấm tải lại; vẫn vậy thì báo người quản trị.',
  'too-large': () => 'Tệp lớn hơn 2 MB. Hãy chia nhỏ rồi tải lên từng phần.',
  'too-many-events': () => 'Có hơn 1.000 việc trong tệp. Hãy chia nhỏ rồi tải lên từng phần.',
  'no-events': () => 'Không có việc nào trong tệp. Hãy điền ít nhất một dòng.',
  'not-json': () => 'Tệp không phải JSON. Hãy chọn tệp EPCIS 2.0 dạng JSON-LD.',
  'not-a-table': () => 'Tệp không phải XLSX, cũng không phải CSV mã UTF-8. Hãy bắt đầu từ bảng mẫu.',
  'table-too-large': () =>
    'Bảng vượt quá 5.000 dòng, 200 cột hoặc 100.000 ô, hoặc quá nặng để đọc. Hãy chép các dòng sang tệp mới và gửi từng phần.',
  'tables-busy': () => 'Máy chủ đang đọc mấy bảng khác. Hãy thử lại sau một phút.',
  'delivery-prices-moved': () =>
    'Chưa lưu gì: trong lúc bạn sửa, người khác đã lưu bảng phí giao. Hãy tải lại trang rồi sửa lại.',
  'not-valid': () => 'Có chỗ chưa đúng, xem bảng dưới. Chưa ghi gì cả.',
};

export const refusal = ({
  reason,
  message,
  segment,
  fields = [],
}: Pick<Refusal, 'reason' | 'message' | 'segment'> & Partial<Pick<Refusal, 'fields'>>) =>
  (Object.hasOwn(refusals, reason) ? refusals[reason as RefusalName](segment, fields) : null) ??
  `Máy chủ từ chối và nói: ${message}`;
