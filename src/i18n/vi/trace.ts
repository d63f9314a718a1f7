/** Words of the public history of a lot. */
export const trace = {
  unknownLot: 'Không có lô nào mang mã này. Hãy so lại mã lô với nhãn trên bao bì.',
  away: 'Hiện chưa tra được nhật ký lô. Hãy thử lại sau ít phút.',
};
