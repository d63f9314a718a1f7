import { MOST_SKUS } from './asked-skus.ts';

/** Told to a program that asks for availability in a way that cannot be read. */
export const unreadableSkus = {
  vi: `Chưa rõ hỏi mã hàng nào nên không có gì để trả lời. Hãy ghi từ 1 đến ${MOST_SKUS} mã, như ?sku=GOM-1,GOM-2.`,
  en: `It is not clear which packs are meant, so nothing was looked up. Name 1 to ${MOST_SKUS} of them, like ?sku=GOM-1,GOM-2.`,
} as const;
