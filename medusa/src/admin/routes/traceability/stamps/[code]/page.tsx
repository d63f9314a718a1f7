import { Alert, Button } from '@medusajs/ui';
import { provinceName } from '@ocop/rules/place/province-name';
import { groupTyped } from '@ocop/rules/stamps/stamp-url';
import { useParams } from 'react-router-dom';
import type { StampFound } from '../../../../../api/admin/traceability/stamps/[code]/route.ts';
import type { StampHistory } from '../../../../../modules/traceability/stamps/history.ts';
import { useMessages } from '../../../../i18n/messages.ts';
import { useProductNames } from '../../../../product/product-names.ts';
import { RecallList } from '../../../../recall/recall-list.tsx';
import { DayBars } from '../../../../scan/bars.tsx';
import { scansPerDay } from '../../../../scan/days.ts';
import { QueryResult } from '../../../../screen/query-result.tsx';
import { Facts } from '../../../../screen/facts.tsx';
import { InlineLink } from '../../../../screen/inline-link.tsx';
import { AuditLog } from '../../../../screen/audit-log.tsx';
import { Listing } from '../../../../screen/listing.tsx';
import { paths } from '../../../../screen/paths.ts';
import { Nothing, Screen, Section } from '../../../../screen/screen.tsx';
import { ReportStateBadge, StampStateBadge } from '../../../../screen/state.tsx';
import { useAdminQuery } from '../../../../server/use-admin-api.ts';
import { EraseScans } from '../../../../stamp/erase-scans.tsx';
import { Exceptions, Freeze } from '../../../../stamp/exceptions.tsx';
import { Suspicion } from '../../../../stamp/suspicion.tsx';

export default function StampPage() {
  const messages = useMessages();
  const { stamps } = messages;
  const { code = '' } = useParams();
  const query = useAdminQuery<StampFound>(`/stamps/${encodeURIComponent(code)}`);
  const shown = query.data?.code ?? code;
  return (
    <Screen
      title={stamps.one(groupTyped(shown))}
      back={{ to: paths.home, name: messages.menu.traceability }}
      actions={
        query.data && (
          <>
            <Button asChild size="small" variant="secondary">
              <a href={query.data.url} target="_blank" rel="noreferrer">
                {stamps.openPage}
              </a>
            </Button>
            <Freeze stamp={query.data} />
          </>
        )
      }
    >
      <QueryResult of={query}>
        {(stamp) => (
          <>
            {stamp.foreignHost !== null && <Alert variant="error">{stamps.foreign(stamp.foreignHost)}</Alert>}
            <StampFacts stamp={stamp} />
            <Suspicion stamp={stamp} />
            <Exceptions stamp={stamp} />
            <Scans stamp={stamp} />
            <Reports reports={stamp.reports} />
            <Section title={stamps.recalls}>
              {stamp.recalls.length === 0 ? (
                <Nothing>{stamps.noRecalls}</Nothing>
              ) : (
                <RecallList recalls={stamp.recalls} />
              )}
            </Section>
            <AuditLog entries={stamp.auditLog} />
          </>
        )}
      </QueryResult>
    </Screen>
  );
}

function StampFacts({ stamp }: { stamp: StampHistory }) {
  const { stamps, lots, orders, figures } = useMessages();
  const { range, index, lot, order, activatedAt } = stamp;
  const nameOf = useProductNames([order.product]);
  return (
    <Section title={lots.facts}>
      {stamp.cutOff && (
        <Alert variant="error" className="m-4">
          {stamps.cutOff}
        </Alert>
      )}
      <Facts
        of={[
          [stamps.state, <StampStateBadge key="state" state={stamp.state} />],
          [lots.product, nameOf(order.product)],
          [
            stamps.position,
            <InlineLink key="range" to={paths.order(range)}>
              {stamps.positionOf(index, range)}
            </InlineLink>,
          ],
          [
            orders.lot,
            lot && (
              <InlineLink key="lot" to={paths.lot(lot.code)}>
                {lot.code}
              </InlineLink>
            ),
          ],
          [stamps.activatedAt, activatedAt && figures.moment(activatedAt)],
          [lots.useBy, lot?.useBy ? figures.day(lot.useBy) : null],
          [lots.gtin, stamp.gtin],
          [orders.form, orders.forms[order.form]],
        ]}
      />
    </Section>
  );
}

function Scans({ stamp: { code, scans, recentScans } }: { stamp: StampHistory }) {
  const { stamps, page, figures } = useMessages();
  return (
    <Section title={stamps.scans} actions={recentScans.length > 0 && <EraseScans code={code} />}>
      <Facts
        of={[
          [stamps.count, figures.number(scans.count)],
          [stamps.firstAt, scans.firstAt ? figures.moment(scans.firstAt) : stamps.never],
          [stamps.lastAt, scans.lastAt ? figures.moment(scans.lastAt) : stamps.never],
        ]}
      />
      {recentScans.length === 0 ? (
        <Nothing>{scans.count === 0 ? stamps.noScans : stamps.noScansStored}</Nothing>
      ) : (
        <>
          <DayBars name={stamps.perDay} bars={scansPerDay(recentScans)} />
          <details className="px-6 py-4">
            <summary className="txt-compact-small text-ui-fg-subtle cursor-pointer">{stamps.recent}</summary>
            <p className="txt-compact-small text-ui-fg-subtle py-2">{stamps.deviceHint}</p>
            <Listing
              name={stamps.recent}
              rows={recentScans.map((scan, row) => ({ ...scan, row }))}
              keyOf={({ row }) => row}
              columns={[
                {
                  head: stamps.at,
                  short: true,
                  cell: ({ at, redated }) =>
                    redated ? `${figures.moment(at)} (${stamps.redated})` : figures.moment(at),
                },
                {
                  head: stamps.province,
                  cell: ({ province }) => (province && provinceName(province)) ?? page.unknown,
                },
                { head: stamps.device, cell: ({ device }) => device?.slice(0, 6) ?? page.unknown },
              ]}
            />
          </details>
        </>
      )}
    </Section>
  );
}

function Reports({ reports }: { reports: StampHistory['reports'] }) {
  const messages = useMessages();
  const { stamps, figures } = messages;
  return (
    <Section title={stamps.reports}>
      {reports.length === 0 ? (
        <Nothing>{stamps.noReports}</Nothing>
      ) : (
        <Listing
          name={stamps.reports}
          rows={reports}
          keyOf={({ number }) => number}
          columns={[
            {
              head: messages.reports.number,
              cell: ({ id, number }) => (
                <InlineLink to={paths.report(id)}>{messages.reports.one(number)}</InlineLink>
              ),
            },
            { head: messages.reports.reason, cell: ({ reason }) => messages.reports.reasons[reason] },
            { head: messages.reports.state, cell: ({ state }) => <ReportStateBadge state={state} /> },
            { head: messages.reports.at, short: true, cell: ({ at }) => figures.moment(at) },
          ]}
        />
      )}
    </Section>
  );
}
