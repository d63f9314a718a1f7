/** Addresses of the staff screens, below Medusa's own `/app`. */
const root = '/traceability';

export const paths = {
  home: root,
  lots: `${root}/lots`,
  newLot: `${root}/register-lot`,
  lot: (code: string) => `${root}/lots/${encodeURIComponent(code)}`,
  correctLot: (code: string) => `${root}/lots/${encodeURIComponent(code)}/correct`,
  lotEvents: (code: string) => `${root}/lots/${encodeURIComponent(code)}/events`,
  orders: `${root}/orders`,
  newOrder: (lot?: { code: string; product: string }) =>
    lot
      ? `${root}/orders/new?${new URLSearchParams({ lot: lot.code, product: lot.product })}`
      : `${root}/orders/new`,
  order: (range: number) => `${root}/orders/${range}`,
  stamp: (code: string) => `${root}/stamps/${encodeURIComponent(code)}`,
  scans: `${root}/scans`,
  suspicious: `${root}/suspicious`,
  reports: `${root}/reports`,
  report: (id: string) => `${root}/reports/${encodeURIComponent(id)}`,
  held: `${root}/held`,
  /** Medusa's own page of a product. */
  product: (id: string) => `/products/${id}`,
  recalls: `${root}/recalls`,
  newRecall: (lot?: string) =>
    lot === undefined ? `${root}/recalls/new` : `${root}/recalls/new?${new URLSearchParams({ lot })}`,
};
