/** A fulfilment of an order, as far as it tells whether goods are packed. */
export interface Fulfilment {
  canceled_at: string | null;
}

/** Whether anything of an order is packed: a fulfilment that staff cancelled is none. */
export function isPacked(fulfilments: readonly Fulfilment[] | null | undefined): boolean {
  return fulfilments?.some(({ canceled_at }) => canceled_at === null) ?? false;
}
