import { defineWidgetConfig } from '@medusajs/admin-sdk';
import { Container, Text } from '@medusajs/ui';
import { useMessages } from '../i18n/messages.ts';
import { ORDER_DESK } from '../order/order-desk.ts';
import { placedFirst } from '../screen/first.ts';
import { QueryResult } from '../screen/query-result.tsx';
import { useServerQuery } from '../server/use-admin-api.ts';

/** How many orders wait to be packed, above the list of orders. */
export default function WaitingOrders() {
  const { desk, figures, lang } = useMessages();
  const query = useServerQuery<{ count: number; orMore: boolean; oldestAt: string | null }>(
    `${ORDER_DESK}/waiting`,
  );
  return (
    <div lang={lang} style={placedFirst()}>
      <QueryResult of={query}>
        {({ count, orMore, oldestAt }) => (
          <Container className="px-6 py-3" role="status">
            <Text size="small">
              <b>{desk.waiting(count, orMore)}</b> {oldestAt && desk.oldest(figures.moment(oldestAt))}
            </Text>
          </Container>
        )}
      </QueryResult>
    </div>
  );
}

export const config = defineWidgetConfig({ zone: 'order.list.before' });
