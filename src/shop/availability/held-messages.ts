/** Why a pack that is there is not sold, where there is room for a few words (decision 0044). */
export const heldShort = {
  vi: { price: 'Tạm dừng bán: đang xem lại giá', recall: 'Tạm dừng bán: đang thu hồi' },
  en: { price: 'Not sold for now: its price is being checked', recall: 'Not sold for now: being recalled' },
} as const;
