import { figuresIn } from '../figures.ts';

const { number } = figuresIn('vi');

/** Messages of one stamp found by its code. */
export const stamps = {
  title: 'Tra tem theo mã',
  label: 'Mã trên tem',
  hint: 'Quét hoặc gõ 20 chữ (10 chữ với tem có chữ ký), hoặc dán cả địa chỉ trong QR. Chữ thường, dấu cách, gạch đều được.',
  look: 'Tra tem',
  one: (code: string) => `Tem ${code}`,
  openPage: 'Xem trang người mua thấy',
  position: 'Vị trí',
  positionOf: (index: number, range: number) => `tem ${number(index + 1)} của dải ${range}`,
  state: 'Tình trạng',
  states: {
    'not-printed': 'chưa in',
    voided: 'đã huỷ',
    'not-activated': 'chưa kích hoạt',
    recalled: 'đang thu hồi',
    expired: 'quá hạn dùng',
    suspicious: 'đáng ngờ',
    active: 'đang dùng',
  },
  foreign: (host: string) =>
    `Địa chỉ vừa đưa không phải của trang này: ${host}. Mã trong đó là mã của con tem dưới đây, nhưng ai cũng chép được; hãy hỏi người báo xem con tem trên hàng in địa chỉ nào.`,
  cutOff: 'Khoá của tem này từng bị lộ và đã bị cắt: trang công khai không nhận tem này.',
  activatedAt: 'Kích hoạt lúc',
  scans: 'Lượt quét',
  count: 'Số lượt',
  firstAt: 'Lần đầu',
  lastAt: 'Lần gần nhất',
  never: 'chưa từng',
  noScans: 'Chưa ai quét tem này.',
  perDay: 'Lượt quét mỗi ngày (50 lượt gần nhất)',
  recent: 'Những lượt gần nhất',
  at: 'Lúc',
  province: 'Tỉnh',
  device: 'Thiết bị',
  deviceHint: 'Tên ngắn chỉ để phân biệt thiết bị trên cùng một tem, không nói được là của ai.',
  noScansStored: 'Không còn lượt nào được giữ: đã quá 90 ngày, hoặc đã xoá vì có người yêu cầu.',
  erase: {
    open: 'Xoá lượt quét…',
    title: 'Xoá lượt quét',
    intro:
      'Dùng khi người đã quét tem này xin xoá dữ liệu của mình. Hỏi họ quét khoảng lúc nào, và chỉ xoá khoảng đó.',
    which: 'Xoá những lượt nào',
    choices: { window: 'trong một khoảng giờ', all: 'tất cả' },
    from: 'Từ lúc',
    until: 'Đến hết phút',
    clock: 'Giờ Việt Nam, như trong bảng những lượt gần nhất.',
    incomplete: 'Chưa đủ ngày và giờ. Hãy điền cho đủ rồi gửi lại.',
    backwards: 'Lúc này nằm trước “Từ lúc”. Hãy sửa một trong hai rồi gửi lại.',
    submit: 'Xoá',
    prompt: (from: string | null, until: string | null) =>
      `${from === null ? 'Xoá mọi lượt quét còn giữ của tem này' : `Xoá các lượt quét của tem này từ ${from} đến hết ${until}`}: lúc quét, tỉnh và thiết bị mất hẳn, không lấy lại được. ` +
      'Số lượt vẫn giữ; lần đầu, nếu nằm trong đó, chỉ còn nhớ đến tháng; điểm ngờ tính lại từ những lượt còn lại. Nhật ký ghi ai xoá, lúc nào, bao nhiêu lượt.',
    confirm: 'Xoá hẳn',
    done: (n: number) =>
      n === 0 ? 'Không có lượt quét nào trong khoảng đó. Chưa xoá gì.' : `Đã xoá ${number(n)} lượt quét.`,
  },
  suspicion: 'Có bị chép không?',
  noSuspicion: 'Chưa đủ lượt quét để tính. Cần ít nhất 5 lượt.',
  calm: (score: number) => `Điểm ngờ ${score} trên 100: chưa đáng lo. Từ 60 trở lên là đáng ngờ.`,
  alarm: (score: number) =>
    `Điểm ngờ ${score} trên 100: có thể nhiều món mang cùng mã này. Hãy hỏi nơi bán, và đóng băng mã nếu cần.`,
  points: (n: number) => `${n} điểm`,
  rules: {
    devices: (devices: number) => `${number(devices)} thiết bị khác nhau đã quét.`,
    provinces: (inAll: number, within24h: number, moves: number) =>
      `Quét ở ${inAll} tỉnh, có lúc ${within24h} tỉnh trong 24 giờ; nơi quét đổi qua lại ${moves} lần.`,
    speed: (from: string, to: string, km: number, minutes: number, times: number) =>
      `Từ ${from} đến ${to}, ${number(km)} km, chỉ trong ${number(minutes)} phút: một món hàng không đi nhanh thế (${times} lần).`,
    'before-activation': (devices: number) =>
      `${number(devices)} thiết bị quét trước khi tem được kích hoạt.`,
    'after-sale': (devices: number, days: number) =>
      `${number(devices)} thiết bị mới quét sau khi bán hơn ${days} ngày.`,
    rush: (scans: number) => `${number(scans)} lượt quét trong một giờ.`,
    away: (away: number, located: number) =>
      `${away} trên ${located} thiết bị ở tỉnh mà lô không được xuất đến.`,
  },
  exceptions: 'Ghi riêng cho tem này',
  noExceptions: 'Không có gì ghi riêng.',
  kinds: {
    sold: 'đã bán',
    recalled: 'thu hồi',
    expired: 'quá hạn',
    voided: 'huỷ',
    reported: 'bị báo',
    frozen: 'đóng băng',
  },
  kindHints: {
    sold: 'Món hàng đã đến tay người mua. Trang tem không đổi; quét nhiều sau đó thì tem bị nghi.',
    recalled: 'Riêng món này bị gọi về. Người quét thấy ngay từ lượt sau.',
    expired: 'Riêng món này không nên dùng nữa. Người quét thấy ngay từ lượt sau.',
    voided: 'Tem hỏng hoặc mất. Không lấy lại được.',
    reported: 'Có người báo, đang xem. Trang tem không đổi.',
    frozen: 'Người quét thấy tem đáng ngờ cho đến khi bạn thôi đóng băng.',
  },
  kind: 'Ghi là',
  note: 'Lời ghi',
  noteHint: 'Vì sao, ai báo. Câu này nằm trong nhật ký thao tác.',
  since: 'Từ',
  until: 'Đến',
  inForce: 'đang hiệu lực',
  add: 'Ghi riêng',
  added: 'Đã ghi.',
  end: 'Thôi ghi',
  endTitle: (kind: string) => `Thôi ghi “${kind}”`,
  ended: 'Đã thôi ghi.',
  voidPrompt: 'Huỷ tem này? Ai quét cũng sẽ thấy tem đã huỷ. Việc này không lấy lại được.',
  addPrompt: (kind: string, hint: string) => `Ghi tem này là “${kind}”? ${hint}`,
  freeze: 'Đóng băng',
  unfreeze: 'Thôi đóng băng',
  reports: 'Người mua báo',
  noReports: 'Chưa ai báo về tem này.',
  recalls: 'Thu hồi',
  noRecalls: 'Tem này không bị thu hồi.',
};
