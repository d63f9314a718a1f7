import { defineRouteConfig } from '@medusajs/admin-sdk';
import { Scan } from '@medusajs/icons';
import { useMessages } from '../../i18n/messages.ts';
import { QueryResult } from '../../screen/query-result.tsx';
import { InlineLink } from '../../screen/inline-link.tsx';
import { paths } from '../../screen/paths.ts';
import { Screen, Section } from '../../screen/screen.tsx';
import { useAdminQuery } from '../../server/use-admin-api.ts';
import { LookUp } from '../../stamp/look-up.tsx';

export const config = defineRouteConfig({
  label: 'menu.traceability',
  translationNs: 'traceability',
  icon: Scan,
});

export default function TraceabilityPage() {
  const { menu, page, stamps } = useMessages();
  const { home } = page;
  return (
    <Screen title={menu.traceability} intro={home.intro}>
      <Section title={stamps.title}>
        <div className="px-6 py-4">
          <div className="max-w-xl">
            <LookUp />
          </div>
        </div>
      </Section>
      <Section title={home.waiting}>
        <ul className="divide-y">
          <Waiting of="/reports?state=new&limit=1" to={`${paths.reports}?state=new`} say={home.newReports} />
          <Waiting of="/scans/suspicious?limit=1" to={paths.suspicious} say={home.suspicious} />
          <Waiting of="/selling" to={paths.held} say={home.held} />
          <Waiting of="/recalls?open=true&limit=1" to={`${paths.recalls}?open=true`} say={home.recalls} />
          <Waiting
            of="/stamp-orders?state=reserved&limit=1"
            to={`${paths.orders}?state=reserved`}
            say={home.unprinted}
          />
        </ul>
      </Section>
    </Screen>
  );
}

function Waiting(props: { of: string; to: string; say: (n: number) => string }) {
  const query = useAdminQuery<{ count: number }>(props.of);
  return (
    <li className="txt-compact-small px-6 py-3">
      <QueryResult of={query}>
        {({ count }) => <InlineLink to={props.to}>{props.say(count)}</InlineLink>}
      </QueryResult>
    </li>
  );
}
