import { Button, Heading } from '@medusajs/ui';
import type { DeliveryPricesAnswer, SaveDeliveryPrices } from '@ocop/contract/delivery-prices';
import { tableLimits } from '@ocop/rules/delivery-price';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { ChoiceField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { ask } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { ELSEWHERE, readPricesForm, type PriceProblem, type ZoneRows } from './prices-form.ts';
import { ZoneFields, ZonePlaces } from './zone-fields.tsx';

/** Where the table is kept. */
export const DELIVERY_PRICES_ADDRESS = '/admin/delivery-prices';

/** The table of delivery prices, to be changed and saved whole. */
export function PricesFields({ version, table }: Pick<DeliveryPricesAnswer, 'version' | 'table'>) {
  const { delivery } = useMessages();
  const [zones, setZones] = useState<ZoneRows[]>(() =>
    table.zones.map(({ steps }, at) => ({ key: `z${at}`, rows: steps.length })),
  );
  const [elsewhere, setElsewhere] = useState({ key: ELSEWHERE, rows: table.elsewhere.steps.length });
  const [made, setMade] = useState(table.zones.length);
  const [problems, setProblems] = useState<Readonly<Record<string, PriceProblem>>>({});
  const save = useChange((body: SaveDeliveryPrices) => ask(DELIVERY_PRICES_ADDRESS, body), {
    said: delivery.saved,
    quiet: true,
  });
  const savedOf = (key: string) => table.zones.find((_, at) => key === `z${at}`);
  const longer = (zone: ZoneRows) => ({ ...zone, rows: zone.rows + 1 });
  return (
    <Form
      submit={delivery.save}
      busy={save.isPending}
      problems={Object.keys(problems).length}
      refusal={save.error}
      onSubmit={(typed) => {
        const read = readPricesForm(typed, zones, elsewhere);
        setProblems(read.ok ? {} : read.problems);
        if (read.ok) save.mutate({ version, table: read.table });
      }}
    >
      <ChoiceField
        label={delivery.charged}
        name="charged"
        hint={delivery.chargedHint}
        defaultValue={table.charged}
        choices={(['order', 'parcel'] as const).map((one) => [one, delivery.charges[one]])}
      />
      {zones.map((zone, at) => (
        <section key={zone.key} className="flex flex-col gap-y-4 border-t pt-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Heading level="h2">{delivery.zone(at + 1)}</Heading>
            <Button
              type="button"
              size="small"
              variant="secondary"
              onClick={() => setZones(zones.filter((one) => one !== zone))}
            >
              {delivery.removeZone(at + 1)}
            </Button>
          </div>
          <ZonePlaces zone={zone} saved={savedOf(zone.key)} problems={problems} />
          <ZoneFields
            zone={zone}
            saved={savedOf(zone.key)}
            problems={problems}
            addRow={() => setZones(zones.map((one) => (one === zone ? longer(one) : one)))}
          />
        </section>
      ))}
      <section className="flex flex-col gap-y-4 border-t pt-4">
        <Heading level="h2">{zones.length === 0 ? delivery.everywhere : delivery.elsewhere}</Heading>
        <ZoneFields
          zone={elsewhere}
          saved={table.elsewhere}
          problems={problems}
          addRow={() => setElsewhere(longer(elsewhere))}
        />
      </section>
      {zones.length < tableLimits.zones && (
        <Button
          type="button"
          variant="secondary"
          className="w-fit"
          onClick={() => {
            setZones([...zones, { key: `z${made}`, rows: 1 }]);
            setMade(made + 1);
          }}
        >
          {delivery.addZone}
        </Button>
      )}
    </Form>
  );
}
