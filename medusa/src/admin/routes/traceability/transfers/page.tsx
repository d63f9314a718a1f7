import { defineRouteConfig } from '@medusajs/admin-sdk';
import type { TransferDesk } from '@ocop/contract/bank-transfers';
import { formatDong } from '@ocop/rules/money';
import type { ComponentProps } from 'react';
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
  PayCardBack,
  SettleTransfer,
  TRANSFERS,
} from '../../../transfer/decisions.tsx';

export const config = defineRouteConfig({
  label: 'menu.transfers',
  translationNs: 'traceability',
  rank: 9,
});

/** Money that needs a person: orders that wait for transfers, sums nobody could put down, money to be sent back. */
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
            <Cards rows={desk.cards} />
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

/** One list of the screen under its heading; its words where nothing is in it. */
function DeskList<Row>({
  words,
  ...list
}: { words: { title: string; empty: string } } & Omit<ComponentProps<typeof Listing<Row>>, 'name'>) {
  return (
    <Section title={words.title}>
      {list.rows.length === 0 ? <Nothing>{words.empty}</Nothing> : <Listing name={words.title} {...list} />}
    </Section>
  );
}

/** The columns that every list has. */
function useColumns() {
  const { transfers, figures, lang } = useMessages();
  return {
    order: {
      head: transfers.order,
      short: true,
      cell: ({ order }: { order: { id: string; code: string } | null }) => <OrderLink order={order} />,
    },
    amount: {
      head: transfers.amount,
      short: true,
      figures: true,
      cell: ({ amount }: { amount: number }) => formatDong(amount, lang),
    },
    at: { head: transfers.at, short: true, cell: ({ at }: { at: string }) => figures.moment(at) },
  };
}

function Doubted({ rows }: { rows: TransferDesk['doubted'] }) {
  const words = useMessages().transfers.doubted;
  const { order, amount, at } = useColumns();
  return (
    <DeskList
      words={words}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        at,
        amount,
        { head: words.note, cell: ({ note, reference }) => [note, reference].filter(Boolean).join(' · ') },
        order,
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
  );
}

function Cards({ rows }: { rows: TransferDesk['cards'] }) {
  const { transfers, lang } = useMessages();
  const words = transfers.cards;
  const { order, at } = useColumns();
  return (
    <DeskList
      words={words}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        at,
        {
          head: transfers.amount,
          short: true,
          figures: true,
          cell: ({ amount }) => (amount === null ? words.unknownSum : formatDong(amount, lang)),
        },
        { head: words.reference, cell: ({ reference }) => reference ?? '–' },
        order,
        { head: words.why, cell: ({ doubt }) => words.whys[doubt] },
        { head: words.act, cell: (card) => <PayCardBack card={card} /> },
      ]}
    />
  );
}

function Awaited({ rows }: { rows: TransferDesk['awaited'] }) {
  const { transfers, figures } = useMessages();
  const words = transfers.awaited;
  const { order, amount } = useColumns();
  return (
    <DeskList
      words={words}
      rows={rows}
      keyOf={(row) => row.order.id}
      columns={[
        order,
        amount,
        { head: words.due, short: true, cell: ({ dueAt }) => figures.moment(dueAt) },
        { head: words.confirm, cell: (awaited) => <ConfirmTransfer awaited={awaited} /> },
      ]}
    />
  );
}

function Owed({ rows }: { rows: TransferDesk['owed'] }) {
  const words = useMessages().transfers.owed;
  const { order, amount, at } = useColumns();
  return (
    <DeskList
      words={words}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        order,
        amount,
        { head: words.why, cell: ({ why }) => words.whys[why] },
        at,
        { head: words.done, cell: (owed) => <PaidBack owed={owed} /> },
      ]}
    />
  );
}
