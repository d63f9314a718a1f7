import { defineRouteConfig } from '@medusajs/admin-sdk';
import type { DeliveryPricesAnswer } from '@ocop/contract/delivery-prices';
import { DELIVERY_PRICES_ADDRESS, PricesFields } from '../../../delivery/prices-fields.tsx';
import { useMessages } from '../../../i18n/messages.ts';
import { Listing } from '../../../screen/listing.tsx';
import { QueryResult } from '../../../screen/query-result.tsx';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { useStaffNames } from '../../../server/staff-names.ts';
import { useServerQuery } from '../../../server/use-admin-api.ts';

export const config = defineRouteConfig({
  label: 'menu.delivery',
  translationNs: 'traceability',
  rank: 9,
});

/** What delivery costs, by zone and weight, and who changed it. */
export default function DeliveryPage() {
  const { delivery, page, figures } = useMessages();
  const nameOf = useStaffNames();
  const query = useServerQuery<DeliveryPricesAnswer>(DELIVERY_PRICES_ADDRESS);
  return (
    <Screen title={delivery.title} intro={delivery.intro}>
      <QueryResult of={query}>
        {({ version, table, changes }) => (
          <>
            <Section>
              {version === 0 && <Nothing>{delivery.notYet}</Nothing>}
              <div className="px-6 py-4">
                <PricesFields key={version} version={version} table={table} />
              </div>
            </Section>
            <Section title={delivery.changes}>
              {changes.length === 0 ? (
                <Nothing>{delivery.noChanges}</Nothing>
              ) : (
                <Listing
                  name={delivery.changes}
                  rows={changes}
                  keyOf={(change) => change.version}
                  columns={[
                    { head: delivery.version, short: true, cell: (change) => figures.number(change.version) },
                    { head: page.auditLog.when, short: true, cell: ({ at }) => figures.moment(at) },
                    {
                      head: page.auditLog.who,
                      cell: ({ by }) => (by.startsWith('apk_') ? page.auditLog.program : nameOf(by)),
                    },
                  ]}
                />
              )}
            </Section>
          </>
        )}
      </QueryResult>
    </Screen>
  );
}
