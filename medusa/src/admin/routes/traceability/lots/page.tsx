import { defineRouteConfig } from '@medusajs/admin-sdk';
import { Button, Input } from '@medusajs/ui';
import { Link } from 'react-router-dom';
import type { LotRead } from '../../../../modules/traceability/lots/lot-list.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useProductNames } from '../../../product/product-names.ts';
import { QueryResult } from '../../../screen/query-result.tsx';
import { useFilter } from '../../../screen/filter.tsx';
import { InlineLink } from '../../../screen/inline-link.tsx';
import { Listing, PAGE_ROWS, Pages, useOffset } from '../../../screen/listing.tsx';
import { paths } from '../../../screen/paths.ts';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { Badge } from '../../../screen/state.tsx';
import { withQuery } from '../../../server/ask.ts';
import { useAdminQuery } from '../../../server/use-admin-api.ts';

export const config = defineRouteConfig({
  label: 'menu.lots',
  translationNs: 'traceability',
  rank: 1,
});

export default function LotsPage() {
  const messages = useMessages();
  const [q, search] = useFilter('q');
  const offset = useOffset();
  const query = useAdminQuery<{ lots: LotRead[]; count: number }>(
    withQuery('/lots', { q, limit: PAGE_ROWS, offset }),
  );
  return (
    <Screen
      title={messages.lots.title}
      actions={
        <Button asChild size="small">
          <Link to={paths.newLot}>{messages.lots.register}</Link>
        </Button>
      }
    >
      <QueryResult of={query}>
        {({ lots, count }) => (
          <Section actions={<Search key={q} q={q} onSearch={search} />}>
            {lots.length === 0 ? (
              <Nothing>{q === '' ? messages.lots.empty : messages.lots.noneFound}</Nothing>
            ) : (
              <Lots lots={lots} />
            )}
            <Pages count={count} />
          </Section>
        )}
      </QueryResult>
    </Screen>
  );
}

function Search(props: { q: string; onSearch: (q: string) => void }) {
  const messages = useMessages();
  return (
    <form
      role="search"
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSearch(String(new FormData(event.currentTarget).get('q') ?? '').trim());
      }}
    >
      <Input
        name="q"
        size="small"
        defaultValue={props.q}
        aria-label={messages.lots.searchLabel}
        placeholder={messages.lots.searchLabel}
        className="sm:w-64"
      />
      <Button type="submit" size="small" variant="secondary">
        {messages.page.search}
      </Button>
      {props.q !== '' && (
        <Button type="button" size="small" variant="transparent" onClick={() => props.onSearch('')}>
          {messages.page.clear}
        </Button>
      )}
    </form>
  );
}

function Lots(props: { lots: readonly LotRead[] }) {
  const messages = useMessages();
  const { lots, figures } = messages;
  const nameOf = useProductNames(props.lots.map(({ product }) => product));
  return (
    <Listing
      name={lots.title}
      rows={props.lots}
      keyOf={({ code }) => code}
      columns={[
        {
          head: lots.code,
          cell: ({ code, sample }) => (
            <>
              <InlineLink to={paths.lot(code)}>{code}</InlineLink>
              {sample && <span className="text-ui-fg-subtle"> ({lots.sampleMark})</span>}
            </>
          ),
        },
        { head: lots.product, cell: ({ product }) => nameOf(product) },
        { head: lots.madeOn, short: true, cell: ({ madeOn }) => figures.day(madeOn) },
        { head: lots.useBy, cell: ({ useBy }) => (useBy ? figures.day(useBy) : messages.page.none) },
        { head: lots.quantity, figures: true, cell: ({ quantity }) => figures.number(quantity) },
        {
          head: lots.stampsOrdered,
          figures: true,
          cell: ({ stampsOrdered }) => figures.number(stampsOrdered),
        },
        {
          head: lots.stampsActivated,
          figures: true,
          cell: ({ stampsActivated }) => figures.number(stampsActivated),
        },
        {
          head: lots.state,
          cell: ({ recalled }) => (
            <Badge colour={recalled ? 'red' : 'green'}>{recalled ? lots.recalled : lots.selling}</Badge>
          ),
        },
      ]}
    />
  );
}
