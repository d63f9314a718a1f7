import { defineRouteConfig } from '@medusajs/admin-sdk';
import { Button } from '@medusajs/ui';
import type { RangeState } from '@ocop/rules/stamps/stamp-state';
import { Link } from 'react-router-dom';
import type { IssuedStamps } from '../../../../modules/traceability/stamps/order.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { QueryResult } from '../../../screen/query-result.tsx';
import { Choices, useFilter } from '../../../screen/filter.tsx';
import { PAGE_ROWS, Pages, useOffset } from '../../../screen/listing.tsx';
import { paths } from '../../../screen/paths.ts';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { withQuery } from '../../../server/ask.ts';
import { useAdminQuery } from '../../../server/use-admin-api.ts';
import { OrdersTable } from '../../../stamp-order/orders-table.tsx';

export const config = defineRouteConfig({
  label: 'menu.orders',
  translationNs: 'traceability',
  rank: 2,
});

const states: readonly RangeState[] = ['reserved', 'printed', 'delivered', 'voided'];

export default function OrdersPage() {
  const { orders, page } = useMessages();
  const [state, choose] = useFilter('state');
  const offset = useOffset();
  const query = useAdminQuery<{ orders: IssuedStamps[]; count: number }>(
    withQuery('/stamp-orders', { state, limit: PAGE_ROWS, offset }),
  );
  const filter = (
    <Choices
      label={orders.state}
      value={state}
      onChoose={choose}
      choices={[['', page.all], ...states.map((one) => [one, orders.states[one]] as const)]}
    />
  );
  return (
    <Screen
      title={orders.title}
      actions={
        <Button asChild size="small">
          <Link to={paths.newOrder()}>{orders.order}</Link>
        </Button>
      }
    >
      <QueryResult of={query}>
        {(answer) => (
          <Section actions={filter}>
            {answer.orders.length === 0 ? (
              <Nothing>{state === '' ? orders.empty : orders.noneFound}</Nothing>
            ) : (
              <OrdersTable orders={answer.orders} />
            )}
            <Pages count={answer.count} />
          </Section>
        )}
      </QueryResult>
    </Screen>
  );
}
