import { defineRouteConfig } from '@medusajs/admin-sdk';
import type { ProducerStatement, StatementsAnswer } from '@ocop/contract/producer-statements';
import { formatDong } from '@ocop/rules/money';
import { useMessages } from '../../../i18n/messages.ts';
import { Choices, useFilter } from '../../../screen/filter.tsx';
import { Listing, type Column } from '../../../screen/listing.tsx';
import { QueryResult } from '../../../screen/query-result.tsx';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { withQuery } from '../../../server/ask.ts';
import { useStaffNames } from '../../../server/staff-names.ts';
import { useServerQuery } from '../../../server/use-admin-api.ts';
import { NoteEntryButton, STATEMENTS, TakeBackEntry } from '../../../statement/entries.tsx';
import { lastMonths } from '../../../statement/months.ts';

export const config = defineRouteConfig({
  label: 'menu.statements',
  translationNs: 'traceability',
  rank: 10,
});

/** How many months back can be looked at here; any other by its address. */
const MONTHS = 6;

/** What each producer's part of a month's money is, what was paid to it, and its statement as a file. */
export default function StatementsPage() {
  const { statements } = useMessages();
  const months = lastMonths(new Date(), MONTHS);
  const [chosen, choose] = useFilter('month');
  const month = chosen || (months[0] ?? '');
  const query = useServerQuery<StatementsAnswer>(withQuery(STATEMENTS, { month }));
  return (
    <Screen title={statements.title} intro={statements.intro}>
      <Section>
        <div className="px-6 py-3">
          <Choices
            label={statements.month}
            value={month}
            choices={[...new Set([...months, month])].map((one) => [one, statements.monthName(one)] as const)}
            onChoose={choose}
          />
        </div>
      </Section>
      <QueryResult of={query}>
        {(answer) => (
          <>
            <Sums month={answer.month} rows={answer.statements} />
            <Entries rows={answer.statements} />
          </>
        )}
      </QueryResult>
    </Screen>
  );
}

function Sums({ month, rows }: { month: string; rows: ProducerStatement[] }) {
  const { statements, lang, figures } = useMessages();
  const dong = (sum: number) => `${sum < 0 ? '−' : ''}${formatDong(Math.abs(sum), lang)}`;
  const sum = (head: string, of: (row: ProducerStatement) => number): Column<ProducerStatement> => ({
    ...{ head, figures: true, short: true },
    cell: (row) => dong(of(row)),
  });
  const title = statements.sums(statements.monthName(month));
  if (rows.length === 0) {
    return (
      <Section title={title}>
        <Nothing>{statements.empty}</Nothing>
      </Section>
    );
  }
  return (
    <Section title={title}>
      <Listing
        name={title}
        rows={rows}
        keyOf={({ producer }) => producer.id ?? ''}
        columns={[
          { head: statements.producer, cell: ({ producer }) => producer.name || statements.unknown },
          {
            ...{ head: statements.orders, figures: true, short: true },
            cell: ({ orders }) => figures.number(orders),
          },
          sum(statements.transfer, ({ sums }) => sums.came.transfer ?? 0),
          sum(statements.card, ({ sums }) => sums.came.card ?? 0),
          sum(statements.cod, ({ sums }) => (sums.came.cod ?? 0) + (sums.came.other ?? 0)),
          sum(statements.back, ({ sums }) => -sums.back),
          sum(statements.fees, ({ sums }) => -sums.fees),
          sum(statements.paidOut, ({ sums }) => -sums.paidOut),
          {
            ...{ head: statements.balance, figures: true, short: true },
            cell: ({ sums }) => <b>{dong(sums.balance)}</b>,
          },
          {
            head: statements.actions,
            cell: ({ producer: { id, name } }) => (
              <span className="flex flex-wrap items-center gap-2">
                <a
                  className="txt-compact-small text-ui-fg-base underline"
                  href={withQuery(`${STATEMENTS}/${encodeURIComponent(id ?? 'unknown')}/file`, {
                    month,
                    lang,
                  })}
                  download
                >
                  {statements.file}
                </a>
                {id !== null && <NoteEntryButton producer={{ id, name }} month={month} />}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Entries({ rows }: { rows: ProducerStatement[] }) {
  const { statements, lang, figures, page } = useMessages();
  const nameOf = useStaffNames();
  const entries = rows.flatMap(({ producer, entries: own }) => own.map((entry) => ({ producer, ...entry })));
  return (
    <Section title={statements.entries}>
      {entries.length === 0 ? (
        <Nothing>{statements.noEntries}</Nothing>
      ) : (
        <Listing
          name={statements.entries}
          rows={entries}
          keyOf={({ id }) => id}
          columns={[
            { head: page.auditLog.when, short: true, cell: ({ at }) => figures.moment(at) },
            { head: statements.producer, cell: ({ producer }) => producer.name },
            { head: statements.kind, short: true, cell: ({ kind }) => statements.kinds[kind] },
            {
              ...{ head: statements.amount, figures: true, short: true },
              cell: ({ amount, takenBack }) =>
                takenBack === null ? formatDong(amount, lang) : <s>{formatDong(amount, lang)}</s>,
            },
            { head: statements.remark, cell: ({ remark }) => remark },
            {
              head: page.auditLog.who,
              cell: ({ by }) => (by.startsWith('apk_') ? page.auditLog.program : nameOf(by)),
            },
            {
              head: statements.takeBack,
              cell: ({ producer, takenBack, ...entry }) =>
                takenBack === null && producer.id !== null ? (
                  <TakeBackEntry producer={producer.id} entry={{ ...entry, takenBack }} />
                ) : (
                  takenBack
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
