/** A parcel as it was priced when the order was placed (@ocop/rules/delivery-price). */
export interface ChargedParcel {
  /** Stable id of the producer; null where nobody knew it. */
  sender: string | null;
  grams: number;
  /** đồng */
  price: number;
}

/** The parcels that an order was charged for, where it was charged for several; else none. */
export function chargedParcels(
  methods: readonly ({ data?: unknown } | null)[] | null | undefined,
): ChargedParcel[] {
  const parcels = (methods ?? []).flatMap((method) => {
    const { parcels: kept } = (method?.data ?? {}) as { parcels?: unknown };
    return Array.isArray(kept) ? (kept as Record<string, unknown>[]) : [];
  });
  if (parcels.length < 2) return [];
  return parcels.map(({ sender, grams, price }) => ({
    sender: typeof sender === 'string' ? sender : null,
    grams: Number(grams),
    price: Number(price),
  }));
}
