/** Why a pack that is there is not sold, where there is room for a few words (decisions 0044 and 0056). */
export const heldShort = {
  vi: {
    price: 'Tạm dừng bán: đang xem lại giá',
    recall: 'Tạm dừng bán: đang thu hồi',
    part: 'Tạm dừng bán: một món trong giỏ không bán lúc này',
  },
  en: {
    price: 'Not sold for now: its price is being checked',
    recall: 'Not sold for now: being recalled',
    part: 'Not sold for now: something in the box is not on sale',
  },
} as const;
