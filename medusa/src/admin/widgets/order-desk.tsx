import { defineWidgetConfig } from '@medusajs/admin-sdk';
import { Button, Text } from '@medusajs/ui';
import { formatDong } from '@ocop/rules/money';
import { newsOf } from '@ocop/rules/order-state';
import type { OrderSheet, Parcel } from '../../order-desk/order-sheet.ts';
import { useMessages } from '../i18n/messages.ts';
import { ORDER_DESK, slipAddress, telAddress } from '../order/order-desk.ts';
import { Facts } from '../screen/facts.tsx';
import { placedFirst } from '../screen/first.ts';
import { QueryResult } from '../screen/query-result.tsx';
import { Section } from '../screen/screen.tsx';
import { useServerQuery } from '../server/use-admin-api.ts';

/** What the clerk who packs an order needs of it and Medusa's own page does not show. */
export default function OrderDesk(props: { data: { id: string } }) {
  const messages = useMessages();
  const query = useServerQuery<{ order: OrderSheet }>(`${ORDER_DESK}/${encodeURIComponent(props.data.id)}`);
  return (
    <div lang={messages.lang} style={placedFirst()}>
      <QueryResult of={query}>{({ order }) => <Desk order={order} />}</QueryResult>
    </div>
  );
}

function Desk({ order }: { order: OrderSheet }) {
  const { desk, lang } = useMessages();
  const { recipient, parcels } = order;
  const tel = telAddress(recipient.phone);
  return (
    <Section
      title={`${desk.title}: ${desk.state[newsOf(order.state)]}`}
      actions={(['a6', 'a5'] as const).map((size) => (
        <Button key={size} asChild size="small" variant={size === 'a6' ? 'primary' : 'secondary'}>
          <a href={slipAddress(order.id, { lang, size })} target="_blank" rel="noreferrer">
            {desk.slipSize(size.toUpperCase())}
          </a>
        </Button>
      ))}
    >
      <div className="px-6 py-3">
        <Text size="small" weight="plus">
          {desk.note}
        </Text>
        <Text
          size="small"
          className={`whitespace-pre-line break-words ${order.note ? '' : 'text-ui-fg-subtle'}`}
        >
          {order.note ?? desk.noNote}
        </Text>
      </div>
      <Facts
        of={[
          [desk.recipient, recipient.name],
          [
            desk.phone,
            tel === null ? (
              recipient.phone
            ) : (
              <a href={tel} className="text-ui-fg-base underline">
                {recipient.phone}
              </a>
            ),
          ],
          [desk.street, recipient.street],
          [desk.place, recipient.place],
          ...(recipient.typed ? [[desk.typed, recipient.typed] as const] : []),
          ...(order.gift === null
            ? []
            : [[desk.gift, <span className="whitespace-pre-line break-words">{order.gift}</span>] as const]),
          ...(order.invoice ? [[desk.invoice, <Invoice key="invoice" of={order.invoice} />] as const] : []),
          [desk.language, desk.languages[order.language]],
          [desk.shipping, formatDong(order.shipping, lang)],
          [desk.collect, <b key="due">{formatDong(order.due, lang)}</b>],
        ]}
      />
      {parcels.map((parcel) => (
        <ParcelLines key={parcel.producer?.id ?? ''} order={order} parcel={parcel} />
      ))}
    </Section>
  );
}

function Invoice({ of: { name, taxCode, address, email } }: { of: NonNullable<OrderSheet['invoice']> }) {
  return (
    <span className="whitespace-pre-line break-words">
      {[name, taxCode, address, email].filter(Boolean).join('\n')}
    </span>
  );
}

function ParcelLines({ order, parcel }: { order: OrderSheet; parcel: Parcel }) {
  const { desk, lang } = useMessages();
  const name = parcel.producer?.name ?? desk.unknownProducer;
  return (
    <div className="px-6 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="small" weight="plus">
          {desk.parcel(name, formatDong(parcel.total, lang))}
          {parcel.shipping !== null && `, ${desk.parcelShipping(formatDong(parcel.shipping, lang))}`}
        </Text>
        {order.parcels.length > 1 && parcel.producer && (
          <a
            className="txt-compact-small text-ui-fg-base underline"
            href={slipAddress(order.id, { lang, size: 'a6', producer: parcel.producer.id })}
            target="_blank"
            rel="noreferrer"
          >
            {desk.slipOf(name)}
          </a>
        )}
      </div>
      <ul>
        {parcel.lines.map((line) => (
          <li key={line.sku + line.title} className="txt-compact-small break-words py-0.5">
            {line.quantity} × {line.title} <span className="text-ui-fg-subtle">{line.sku}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export const config = defineWidgetConfig({ zone: 'order.details.before' });
