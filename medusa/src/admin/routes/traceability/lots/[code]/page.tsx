import { Button } from '@medusajs/ui';
import { provinceName } from '@ocop/rules/place/province-name';
import { hasTooManyStamps } from '@ocop/rules/stamps/lot-allowance';
import { Link, useParams } from 'react-router-dom';
import type { LotHistory, LotRead } from '../../../../../modules/traceability/lots/lot-list.ts';
import { useMessages } from '../../../../i18n/messages.ts';
import { useProductNames } from '../../../../product/product-names.ts';
import { RecallList } from '../../../../recall/recall-list.tsx';
import { QueryResult } from '../../../../screen/query-result.tsx';
import { Facts } from '../../../../screen/facts.tsx';
import { AuditLog } from '../../../../screen/audit-log.tsx';
import { paths } from '../../../../screen/paths.ts';
import { Nothing, Screen, Section } from '../../../../screen/screen.tsx';
import { Badge } from '../../../../screen/state.tsx';
import { useAdminQuery } from '../../../../server/use-admin-api.ts';
import { OrdersTable } from '../../../../stamp-order/orders-table.tsx';
import { LotEvents } from '../../../../trace-event/lot-events.tsx';

export default function LotPage() {
  const messages = useMessages();
  const { lots } = messages;
  const { code = '' } = useParams();
  const query = useAdminQuery<LotHistory>(`/lots/${encodeURIComponent(code)}`);
  return (
    <Screen
      title={lots.one(code)}
      back={{ to: paths.lots, name: lots.title }}
      actions={<Actions lot={query.data?.lot} />}
    >
      <QueryResult of={query}>
        {({ lot, orders, recalls, auditLog }) => (
          <>
            <LotFacts lot={lot} />
            <Section title={lots.orders}>
              {orders.length === 0 ? <Nothing>{lots.noOrders}</Nothing> : <OrdersTable orders={orders} />}
            </Section>
            <LotEvents lot={code} />
            <Section title={lots.recalls}>
              {recalls.length === 0 ? <Nothing>{lots.noRecalls}</Nothing> : <RecallList recalls={recalls} />}
            </Section>
            <AuditLog entries={auditLog} />
          </>
        )}
      </QueryResult>
    </Screen>
  );
}

function Actions({ lot }: { lot: LotRead | undefined }) {
  const { lots } = useMessages();
  if (!lot) return null;
  return (
    <>
      <Button asChild size="small" variant="secondary">
        <Link to={paths.correctLot(lot.code)}>{lots.correct}</Link>
      </Button>
      {!lot.recalled && (
        <>
          <Button asChild size="small" variant="danger">
            <Link to={paths.newRecall(lot.code)}>{lots.recall}</Link>
          </Button>
          <Button asChild size="small">
            <Link to={paths.newOrder(lot)}>{lots.orderStamps}</Link>
          </Button>
        </>
      )}
    </>
  );
}

/** How many stamps are in use, and a warning where the lot has no goods for them. */
function LiveStamps({ lot: { stampsLive: live, quantity } }: { lot: LotRead }) {
  const { lots, figures } = useMessages();
  if (!hasTooManyStamps({ quantity, live })) return figures.number(live);
  return <Badge colour="red">{lots.tooManyStamps(live, quantity)}</Badge>;
}

function LotFacts({ lot }: { lot: LotRead }) {
  const messages = useMessages();
  const { lots, figures } = messages;
  const nameOf = useProductNames([lot.product]);
  const shippedTo = (lot.shippedTo ?? []).map((code) => provinceName(code) ?? code).join(', ');
  return (
    <Section title={lots.facts}>
      <Facts
        of={[
          [lots.product, nameOf(lot.product)],
          [lots.productSlug, lot.product],
          [lots.productId, lot.productId],
          [lots.producerId, lot.producerId],
          [
            lots.state,
            <Badge key="state" colour={lot.recalled ? 'red' : 'green'}>
              {lot.recalled ? lots.recalled : lots.selling}
            </Badge>,
          ],
          [lots.madeOn, figures.day(lot.madeOn)],
          [lots.useBy, lot.useBy && figures.day(lot.useBy)],
          [lots.quantity, figures.number(lot.quantity)],
          [lots.gtin, lot.gtin],
          [lots.raw, lot.rawMaterial[messages.lang] || lot.rawMaterial.vi],
          [lots.shippedTo, shippedTo || null],
          [lots.stampsOrdered, figures.number(lot.stampsOrdered)],
          [lots.stampsActivated, figures.number(lot.stampsActivated)],
          [lots.stampsLive, <LiveStamps key="live" lot={lot} />],
          ...(lot.sample ? ([[lots.sample, messages.page.yes]] as const) : []),
        ]}
      />
    </Section>
  );
}
