import { defineRouteConfig } from '@medusajs/admin-sdk';
import type { TransferDesk } from '@ocop/contract/bank-transfers';
import { formatDong } from '@ocop/rules/money';
import { useMessages } from '../../../i18n/messages.ts';
import { InlineLink } from '../../../screen/inline-link.tsx';
import { Listing } from '../../../screen/listing.tsx';
import { QueryResult } from '../../../screen/query-result.tsx';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { useServerQuery } from '../../../server/use-admin-api.ts';
import {
  CloseTransfer,
  ConfirmTransfer,
  PaidBack,
  SettleTransfer,
  TRANSFERS,
} from '../../../transfer/decisions.tsx';

export const config = defineRouteConfig({
  label: 'menu.transfers',
  translationNs: 'traceability',
  rank: 9,
});

/** Transfers that need a person: orders that wait, money nobody could put down, money to be sent back. */
export default function TransfersPage() {
  const { transfers } = useMessages();
  const query = useServerQuery<TransferDesk>(TRANSFERS);
  return (
    <Screen title={transfers.title} intro={transfers.intro}>
      <QueryResult of={query}>
        {(desk) => (
          <>
            {!desk.takesTransfers && (
              <Section>
                <Nothing>{transfers.off}</Nothing>
              </Section>
            )}
            <Doubted rows={desk.doubted} />
            <Awaited rows={desk.awaited} />
            <Owed rows={desk.owed} />
          </>
        )}
      </QueryResult>
    </Screen>
  );
}

function OrderLink({ order }: { order: { id: string; code: string } | null }) {
  return order ? <InlineLink to={`/orders/${order.id}`}>{order.code}</InlineLink> : <>–</>;
}

function Doubted({ rows }: { rows: TransferDesk['doubted'] }) {
  const { transfers, figures, lang } = useMessages();
  const words = transfers.doubted;
  return (
    <Section title={words.title}>
      {rows.length === 0 ? (
        <Nothing>{words.empty}</Nothing>
      ) : (
        <Listing
          name={words.title}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { head: transfers.at, short: true, cell: ({ at }) => figures.moment(at) },
            {
              head: transfers.amount,
              short: true,
              figures: true,
              cell: ({ amount }) => formatDong(amount, lang),
            },
            {
              head: words.note,
              cell: ({ note, reference }) => [note, reference].filter(Boolean).join(' · '),
            },
            { head: transfers.order, short: true, cell: ({ order }) => <OrderLink order={order} /> },
            { head: words.why, cell: ({ doubt }) => words.whys[doubt] },
            {
              head: words.closing,
              cell: (transfer) => (
                <span className="flex flex-wrap items-center gap-2">
                  <SettleTransfer transfer={transfer} />
                  <CloseTransfer transfer={transfer} />
                </span>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Awaited({ rows }: { rows: TransferDesk['awaited'] }) {
  const { transfers, figures, lang } = useMessages();
  const words = transfers.awaited;
  return (
    <Section title={words.title}>
      {rows.length === 0 ? (
        <Nothing>{words.empty}</Nothing>
      ) : (
        <Listing
          name={words.title}
          rows={rows}
          keyOf={({ order }) => order.id}
          columns={[
            { head: transfers.order, cell: ({ order }) => <OrderLink order={order} /> },
            {
              head: transfers.amount,
              short: true,
              figures: true,
              cell: ({ amount }) => formatDong(amount, lang),
            },
            { head: words.due, short: true, cell: ({ dueAt }) => figures.moment(dueAt) },
            { head: words.confirm, cell: (awaited) => <ConfirmTransfer awaited={awaited} /> },
          ]}
        />
      )}
    </Section>
  );
}

function Owed({ rows }: { rows: TransferDesk['owed'] }) {
  const { transfers, figures, lang } = useMessages();
  const words = transfers.owed;
  return (
    <Section title={words.title}>
      {rows.length === 0 ? (
        <Nothing>{words.empty}</Nothing>
      ) : (
        <Listing
          name={words.title}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { head: transfers.order, cell: ({ order }) => <OrderLink order={order} /> },
            {
              head: transfers.amount,
              short: true,
              figures: true,
              cell: ({ amount }) => formatDong(amount, lang),
            },
            { head: words.why, cell: ({ why }) => words.whys[why] },
            { head: transfers.at, short: true, cell: ({ at }) => figures.moment(at) },
            { head: words.done, cell: (owed) => <PaidBack owed={owed} /> },
          ]}
        />
      )}
    </Section>
  );
}
