import { defineRouteConfig } from '@medusajs/admin-sdk';
import { groupTyped } from '@ocop/rules/stamps/stamp-url';
import type { SuspiciousStamp } from '../../../../modules/traceability/scans/statistics.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useProductNames } from '../../../product/product-names.ts';
import { Reasons } from '../../../scan/reasons.tsx';
import { QueryResult } from '../../../screen/query-result.tsx';
import { InlineLink } from '../../../screen/inline-link.tsx';
import { Listing, PAGE_ROWS, Pages, useOffset } from '../../../screen/listing.tsx';
import { ButtonDrawer } from '../../../screen/drawer.tsx';
import { paths } from '../../../screen/paths.ts';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { Badge } from '../../../screen/state.tsx';
import { withQuery } from '../../../server/ask.ts';
import { useAdminQuery } from '../../../server/use-admin-api.ts';
import { NoteForm } from '../../../stamp/exceptions.tsx';

export const config = defineRouteConfig({
  label: 'menu.suspicious',
  translationNs: 'traceability',
  rank: 4,
});

type Listed = SuspiciousStamp & { code: string | null };

export default function SuspiciousPage() {
  const { suspicious } = useMessages();
  const offset = useOffset();
  const query = useAdminQuery<{ stamps: Listed[]; count: number }>(
    withQuery('/scans/suspicious', { limit: PAGE_ROWS, offset }),
  );
  return (
    <Screen title={suspicious.title} intro={suspicious.intro}>
      <QueryResult of={query}>
        {({ stamps, count }) => (
          <Section>
            {stamps.length === 0 ? <Nothing>{suspicious.empty}</Nothing> : <Suspects stamps={stamps} />}
            <Pages count={count} />
          </Section>
        )}
      </QueryResult>
    </Screen>
  );
}

function Suspects(props: { stamps: readonly Listed[] }) {
  const { suspicious, lots, stamps, figures } = useMessages();
  const nameOf = useProductNames(props.stamps.map(({ product }) => product));
  return (
    <Listing
      name={suspicious.title}
      rows={props.stamps}
      keyOf={({ range, index }) => `${range}-${index}`}
      columns={[
        {
          head: suspicious.code,
          cell: ({ code }) =>
            code === null ? (
              suspicious.noCode
            ) : (
              <InlineLink to={paths.stamp(code)}>{groupTyped(code)}</InlineLink>
            ),
        },
        { head: lots.product, cell: ({ product }) => nameOf(product) },
        { head: suspicious.score, figures: true, cell: ({ score }) => figures.number(score) },
        {
          head: suspicious.warned,
          short: true,
          cell: ({ warnedOn }) => (warnedOn === null ? suspicious.notWarned : figures.day(warnedOn)),
        },
        { head: suspicious.scans, figures: true, cell: ({ count }) => figures.number(count) },
        { head: suspicious.why, cell: ({ reasons }) => <Reasons reasons={reasons} /> },
        { head: suspicious.last, short: true, cell: ({ lastAt }) => figures.moment(lastAt) },
        {
          head: stamps.freeze,
          cell: ({ code, frozen }) =>
            frozen ? <Badge colour="orange">{stamps.kinds.frozen}</Badge> : code && <Freeze code={code} />,
        },
      ]}
    />
  );
}

function Freeze({ code }: { code: string }) {
  const { stamps } = useMessages();
  return (
    <ButtonDrawer button={stamps.freeze} title={`${stamps.freeze}: ${groupTyped(code)}`}>
      {(close) => <NoteForm code={code} close={close} start="frozen" />}
    </ButtonDrawer>
  );
}
