/** Messages of recalls of goods: the public list, and the notice on a product's page. */
export const recall = {
  title: 'Hàng đang thu hồi',
  description:
    'Các lô hàng và tem đang bị thu hồi hoặc từng bị thu hồi: sản phẩm, số lô, vì sao, người mua nên làm gì.',
  lede: 'Hàng có số lô dưới đây thì đừng dùng, hãy làm theo lời dặn. Chưa rõ món của mình có thuộc lô đó không thì xem số lô trên bao bì, hoặc kiểm tra con tem.',
  checkStamp: 'Kiểm tra tem của món hàng',
  inForceTitle: 'Đang thu hồi',
  overTitle: 'Đã thôi thu hồi',
  noneInForce: 'Hiện không có lô hàng nào đang bị thu hồi.',
  notKnown:
    'Hiện chưa hỏi được danh sách thu hồi vì hệ thống không trả lời. Không có nghĩa là không có thu hồi: hãy tải lại trang sau ít phút, hoặc kiểm tra con tem trên món hàng.',
  asOf: (moment: string) =>
    `Danh sách này có từ lúc ${moment}; hệ thống chưa trả lời từ đó, có thể đã có thu hồi mới.`,
  inForce: 'đang thu hồi',
  over: 'đã thôi',
  unknownProduct: 'Sản phẩm không còn trong hồ sơ',
  what: 'Hàng bị thu hồi',
  lot: (code: string) => `lô ${code}`,
  stamps: (n: number) =>
    n === 1 ? 'một món có tem riêng' : `${String(n).replace(/\B(?=(\d{3})+$)/g, '.')} món có tem`,
  madeOn: 'Ngày sản xuất',
  useBy: 'Hạn dùng',
  reason: 'Vì sao',
  advice: 'Nên làm gì',
  since: 'Thu hồi từ',
  until: 'Thôi từ',
  onProduct: {
    title: 'Một phần hàng của sản phẩm này đang bị thu hồi.',
    text: 'Đã mua thì hãy xem số lô trên bao bì trước khi dùng.',
    more: 'Lô nào, vì sao, nên làm gì',
    withoutScript: 'Xem danh sách hàng đang thu hồi trước khi mua',
  },
};
