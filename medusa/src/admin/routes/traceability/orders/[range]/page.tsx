import { Button, Text } from '@medusajs/ui';
import { useParams } from 'react-router-dom';
import type { StampOrderHistory } from '../../../../../modules/traceability/stamps/order-history.ts';
import type { IssuedStamps } from '../../../../../modules/traceability/stamps/order.ts';
import { useMessages } from '../../../../i18n/messages.ts';
import { useProductNames } from '../../../../product/product-names.ts';
import { QueryResult } from '../../../../screen/query-result.tsx';
import { Facts } from '../../../../screen/facts.tsx';
import { InlineLink } from '../../../../screen/inline-link.tsx';
import { AuditLog } from '../../../../screen/audit-log.tsx';
import { Listing } from '../../../../screen/listing.tsx';
import { paths } from '../../../../screen/paths.ts';
import { Nothing, Screen, Section } from '../../../../screen/screen.tsx';
import { RangeStateBadge } from '../../../../screen/state.tsx';
import { ask, TRACEABILITY } from '../../../../server/ask.ts';
import { useAdminQuery, useChange } from '../../../../server/use-admin-api.ts';
import { Activate } from '../../../../stamp-order/activate.tsx';
import { Flow } from '../../../../stamp-order/flow.tsx';
import { nextStep } from '../../../../stamp-order/next-step.ts';
import { Sheet } from '../../../../stamp-order/sheet.tsx';
import { Void } from '../../../../stamp-order/void.tsx';

export default function OrderPage() {
  const messages = useMessages();
  const { orders } = messages;
  const { range = '' } = useParams();
  const query = useAdminQuery<StampOrderHistory>(`/stamp-orders/${encodeURIComponent(range)}`);
  return (
    <Screen title={orders.one(Number(range))} back={{ to: paths.orders, name: orders.title }}>
      <QueryResult of={query}>
        {({ order, spans, auditLog }) => (
          <>
            <Section title={orders.flow} actions={<Steps order={order} />}>
              <Flow order={order} />
              <Advice order={order} />
            </Section>
            {order.state !== 'voided' && <Sheet order={order} />}
            <OrderFacts order={order} />
            <Spans spans={spans} />
            <AuditLog entries={auditLog} />
          </>
        )}
      </QueryResult>
    </Screen>
  );
}

/** The next sensible step as the primary button, what else may be done beside it. */
function Steps({ order }: { order: IssuedStamps }) {
  const { orders } = useMessages();
  const next = nextStep(order);
  const step = useChange(
    (name: 'print' | 'deliver') =>
      ask<IssuedStamps>(`${TRACEABILITY}/stamp-orders/${order.range}/${name}`, {}),
    { said: ({ state }) => orders.noted[state === 'printed' ? 'print' : 'deliver'] },
  );
  const mayActivate = next === 'deliver' || next === 'activate';
  return (
    <>
      {order.state !== 'voided' && <Void order={order} />}
      {mayActivate && <Activate order={order} variant={next === 'activate' ? 'primary' : 'secondary'} />}
      {(next === 'print' || next === 'deliver') && (
        <Button size="small" isLoading={step.isPending} onClick={() => step.mutate(next)}>
          {orders.next[next]}
        </Button>
      )}
      {next === 'activate' && order.state === 'printed' && (
        <Button
          size="small"
          variant="secondary"
          isLoading={step.isPending}
          onClick={() => step.mutate('deliver')}
        >
          {orders.next.deliver}
        </Button>
      )}
    </>
  );
}

function Advice({ order }: { order: IssuedStamps }) {
  const { orders } = useMessages();
  const next = nextStep(order);
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-3" role="status">
      {next === 'done' || next === 'voided' ? orders.next[next] : orders.advice[next]}
    </Text>
  );
}

function OrderFacts({ order }: { order: IssuedStamps }) {
  const { orders, lots, figures } = useMessages();
  const nameOf = useProductNames([order.product]);
  return (
    <Section title={lots.facts}>
      <Facts
        of={[
          [lots.product, nameOf(order.product)],
          [lots.productSlug, order.product],
          [lots.productId, order.productId],
          [lots.producerId, order.producerId],
          [
            orders.lot,
            order.lot === null ? (
              orders.anyLot
            ) : (
              <InlineLink key="lot" to={paths.lot(order.lot)}>
                {order.lot}
              </InlineLink>
            ),
          ],
          [orders.state, <RangeStateBadge key="state" state={order.state} />],
          [orders.count, figures.number(order.count)],
          [orders.activated, figures.number(order.activated)],
          [orders.voided, figures.number(order.voided)],
          [orders.form, orders.forms[order.form]],
          [orders.key, order.epoch],
          [lots.gtin, order.gtin],
          [orders.orderedAt, figures.moment(order.orderedAt)],
        ]}
      />
    </Section>
  );
}

function Spans({ spans }: { spans: StampOrderHistory['spans'] }) {
  const { orders, page, figures } = useMessages();
  return (
    <Section title={orders.spansTitle}>
      {spans.length === 0 ? (
        <Nothing>{orders.noSpans}</Nothing>
      ) : (
        <Listing
          name={orders.spansTitle}
          rows={spans}
          keyOf={({ first, kind }) => `${kind}-${first}`}
          columns={[
            { head: orders.segment, cell: ({ first, last }) => orders.segments(first + 1, last + 1) },
            { head: orders.kind, cell: ({ kind }) => orders.kinds[kind] },
            {
              head: orders.lot,
              cell: ({ lot }) =>
                lot === null ? page.none : <InlineLink to={paths.lot(lot)}>{lot}</InlineLink>,
            },
            {
              head: orders.count,
              figures: true,
              cell: ({ first, last }) => figures.number(last - first + 1),
            },
            { head: orders.at, short: true, cell: ({ at }) => figures.moment(at) },
          ]}
        />
      )}
    </Section>
  );
}
