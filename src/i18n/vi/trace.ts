/** Messages of the public history of a lot. */
export const trace = {
  unknownLot: 'Không có lô nào mang mã này. Hãy so lại mã lô với nhãn trên bao bì.',
  tooMany:
    'Từ mạng này vừa có quá nhiều lượt hỏi về lô hàng, nên câu hỏi này chưa được trả lời. Hãy thử lại sau số giây ghi ở Retry-After.',
  away: 'Hiện chưa tra được nhật ký lô. Hãy thử lại sau ít phút.',
};
