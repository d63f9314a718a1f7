import type { IssuedStamps } from '../../modules/traceability/stamps/order.ts';
import { useMessages } from '../i18n/messages.ts';
import { useProductNames } from '../product/product-names.ts';
import { Listing } from '../screen/listing.tsx';
import { paths } from '../screen/paths.ts';
import { RangeStateBadge } from '../screen/state.tsx';
import { InlineLink } from '../screen/inline-link.tsx';

/** Orders of stamps, one a row. */
export function OrdersTable(props: { orders: readonly IssuedStamps[] }) {
  const messages = useMessages();
  const { orders, figures } = messages;
  const nameOf = useProductNames(props.orders.map(({ product }) => product));
  return (
    <Listing
      name={orders.title}
      rows={props.orders}
      keyOf={({ range }) => range}
      columns={[
        {
          head: orders.range,
          cell: ({ range }) => <InlineLink to={paths.order(range)}>{orders.one(range)}</InlineLink>,
        },
        { head: messages.lots.product, cell: ({ product }) => nameOf(product) },
        {
          head: orders.lot,
          cell: ({ lot }) =>
            lot === null ? orders.anyLot : <InlineLink to={paths.lot(lot)}>{lot}</InlineLink>,
        },
        { head: orders.state, cell: ({ state }) => <RangeStateBadge state={state} /> },
        { head: orders.count, figures: true, cell: ({ count }) => figures.number(count) },
        { head: orders.activated, figures: true, cell: ({ activated }) => figures.number(activated) },
        { head: orders.voided, figures: true, cell: ({ voided }) => figures.number(voided) },
        { head: orders.orderedAt, short: true, cell: ({ orderedAt }) => figures.moment(orderedAt) },
      ]}
    />
  );
}
