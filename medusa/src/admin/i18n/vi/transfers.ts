import type { CardDoubt } from '@ocop/rules/payment/card-payment';
import type { TransferDoubt } from '@ocop/rules/payment/bank-transfer';

/** Messages of transfers: orders that wait for one, money somebody has to look at, money to be sent back. */
export const transfers = {
  title: 'Chuyển khoản và thẻ',
  intro:
    'Tiền đến đúng số và ghi đúng mã đơn thì đơn tự ghi là đã trả. Ở đây là phần còn lại: đơn đang chờ tiền, tiền chưa rõ của đơn nào, thẻ cần người xem, tiền phải trả lại.',
  off: 'Máy chủ chưa có tài khoản nhận tiền. Hãy nhờ người vận hành đặt TRANSFER_BANK, TRANSFER_ACCOUNT và TRANSFER_ACCOUNT_HOLDER.',
  order: 'Đơn',
  amount: 'Số tiền',
  at: 'Lúc',
  awaited: {
    title: 'Đơn đang chờ tiền',
    empty: 'Không có đơn nào đang chờ tiền.',
    due: 'Chờ đến',
    confirm: 'Đã thấy tiền',
    sum: 'Số tiền thấy trong ứng dụng ngân hàng (₫)',
    sumHint: 'Phải đúng bằng số tiền của đơn. Thiếu hay thừa thì đừng xác nhận ở đây: hãy gọi người mua.',
    sumProblem: (sum: string) => `Đơn cần đúng ${sum}.`,
    reference: 'Mã giao dịch của ngân hàng',
    done: 'Đã ghi là nhận tiền. Đơn được đóng gói.',
  },
  doubted: {
    title: 'Tiền cần người xem',
    empty: 'Không có khoản tiền nào cần xem.',
    note: 'Nội dung, mã giao dịch',
    why: 'Vì sao, nên làm gì',
    whys: {
      'no-order': 'Không thấy mã đơn. Tìm đơn theo số tiền và tên người chuyển, rồi bấm “Của đơn này”.',
      'several-orders': 'Ghi mã của nhiều đơn. Gọi người chuyển hỏi cho đơn nào.',
      'not-by-transfer': 'Đơn này trả khi nhận hàng. Gọi người mua; trả lại tiền hoặc đừng thu lần nữa.',
      'wrong-sum':
        'Số tiền khác với đơn. Thiếu thì gọi người mua chuyển nốt; hai lần cộng lại đủ thì bấm “Của đơn này”. Thừa thì phần thừa được ghi là phải trả lại.',
      'too-late': 'Đơn đã huỷ. Trả lại tiền, hoặc gọi người mua đặt lại.',
      'paid-before':
        'Đơn đã trả rồi. So với lần trước: cùng một lần thì đóng là “đã tính rồi”, chuyển hai lần thì trả lại.',
      'other-account':
        'Tiền vào tài khoản khác với tài khoản của cửa hàng. Xem lại cài đặt của dịch vụ báo tiền.',
    } satisfies Record<TransferDoubt, string>,
    settle: 'Của đơn này',
    code: 'Mã đơn',
    settleNote: 'Vì sao là của đơn này',
    settleHint: 'Ví dụ: người mua gọi xác nhận, gửi ảnh biên lai.',
    settled: 'Đã ghi là tiền của đơn.',
    close: 'Đóng',
    closing: 'Khoản tiền này',
    closings: {
      'paid-back': 'đã chuyển trả lại',
      'not-ours': 'không phải tiền mua hàng',
      'counted-already': 'đã tính rồi',
    },
    closeNote: 'Ghi rõ',
    closeHint: 'Ví dụ: mã giao dịch chuyển trả, ngày trả.',
    closed: 'Đã đóng.',
  },
  cards: {
    title: 'Thẻ cần người xem',
    empty: 'Không có thẻ nào cần xem.',
    reference: 'Mã ở Stripe',
    unknownSum: 'chưa rõ',
    why: 'Vì sao, nên làm gì',
    whys: {
      'wrong-sum': 'Thẻ bị trừ số tiền khác với đơn. Hoàn tiền để đơn huỷ, rồi mời người mua đặt lại.',
      'paid-back':
        'Tiền đã được hoàn ở trang của Stripe trước khi đơn được ghi là đã trả. Hoàn nốt để đơn huỷ.',
      'not-found':
        'Stripe không biết trang thẻ của đơn này, như khi vừa đổi khoá. Tìm trong trang của Stripe: có tiền thì hoàn ở đó, rồi bấm nút để đơn huỷ.',
      'no-order': 'Thẻ bị trừ mà không có đơn nào. Hoàn tiền.',
    } satisfies Record<CardDoubt, string>,
    act: 'Xử lý',
    payBack: 'Hoàn vào thẻ và huỷ đơn',
    note: 'Ghi rõ',
    hint: 'Ví dụ: đã gọi người mua, hẹn đặt lại.',
    said: 'Đã hoàn tiền vào thẻ.',
  },
  owed: {
    title: 'Tiền phải trả lại',
    empty: 'Không phải trả lại ai.',
    why: 'Vì sao',
    whys: { refund: 'đơn đã trả tiền bị huỷ hoặc hoàn tiền', overpaid: 'người mua chuyển thừa' },
    done: 'Đã chuyển trả',
    note: 'Mã giao dịch chuyển trả',
    hint: 'Chuyển trả trong ứng dụng ngân hàng trước, rồi ghi mã giao dịch ở đây.',
    said: 'Đã ghi là trả lại.',
  },
};
