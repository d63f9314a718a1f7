import { defineRouteConfig } from '@medusajs/admin-sdk';
import { reportStates } from '@ocop/rules/stamps/report';
import type { ReportRead } from '../../../../modules/traceability/reports/desk.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useProductNames } from '../../../product/product-names.ts';
import { QueryResult } from '../../../screen/query-result.tsx';
import { Choices, useFilter } from '../../../screen/filter.tsx';
import { InlineLink } from '../../../screen/inline-link.tsx';
import { Listing, PAGE_ROWS, Pages, useOffset } from '../../../screen/listing.tsx';
import { paths } from '../../../screen/paths.ts';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { ReportStateBadge } from '../../../screen/state.tsx';
import { withQuery } from '../../../server/ask.ts';
import { useAdminQuery } from '../../../server/use-admin-api.ts';

export const config = defineRouteConfig({
  label: 'menu.reports',
  translationNs: 'traceability',
  rank: 5,
});

export default function ReportsPage() {
  const { reports, page } = useMessages();
  const [state, choose] = useFilter('state');
  const offset = useOffset();
  const query = useAdminQuery<{ reports: ReportRead[]; count: number }>(
    withQuery('/reports', { state, limit: PAGE_ROWS, offset }),
  );
  const filter = (
    <Choices
      label={reports.state}
      value={state}
      onChoose={choose}
      choices={[['', page.all], ...reportStates.map((one) => [one, reports.states[one]] as const)]}
    />
  );
  return (
    <Screen title={reports.title}>
      <QueryResult of={query}>
        {(answer) => (
          <Section actions={filter}>
            {answer.reports.length === 0 ? (
              <Nothing>{state === '' ? reports.empty : reports.noneFound}</Nothing>
            ) : (
              <Reports reports={answer.reports} />
            )}
            <Pages count={answer.count} />
          </Section>
        )}
      </QueryResult>
    </Screen>
  );
}

function Reports(props: { reports: readonly ReportRead[] }) {
  const { reports, page, figures } = useMessages();
  const nameOf = useProductNames(props.reports.flatMap(({ product }) => product ?? []));
  return (
    <Listing
      name={reports.title}
      rows={props.reports}
      keyOf={({ id }) => id}
      columns={[
        {
          head: reports.number,
          cell: ({ id, number }) => <InlineLink to={paths.report(id)}>{reports.one(number)}</InlineLink>,
        },
        { head: reports.state, cell: ({ state }) => <ReportStateBadge state={state} /> },
        { head: reports.reason, cell: ({ reason }) => reports.reasons[reason] },
        { head: reports.product, cell: ({ product }) => (product ? nameOf(product) : page.unknown) },
        { head: reports.lot, cell: ({ lot }) => lot ?? page.unknown },
        { head: reports.photo, cell: ({ hasPhoto }) => (hasPhoto ? page.yes : page.no) },
        { head: reports.at, short: true, cell: ({ at }) => figures.moment(at) },
      ]}
    />
  );
}
