import { defineRouteConfig } from '@medusajs/admin-sdk';
import { addDays, todayInVietnam } from '@ocop/rules/date';
import { provinceName } from '@ocop/rules/place/province-name';
import type { ScanSummary } from '../../../../modules/traceability/scans/statistics.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useProductNames } from '../../../product/product-names.ts';
import { DayBars, NamedBars } from '../../../scan/bars.tsx';
import { everyDay } from '../../../scan/days.ts';
import { QueryResult } from '../../../screen/query-result.tsx';
import { Facts } from '../../../screen/facts.tsx';
import { Choices, useFilter } from '../../../screen/filter.tsx';
import { Nothing, Screen, Section } from '../../../screen/screen.tsx';
import { withQuery } from '../../../server/ask.ts';
import { useAdminQuery } from '../../../server/use-admin-api.ts';

export const config = defineRouteConfig({
  label: 'menu.scans',
  translationNs: 'traceability',
  rank: 3,
});

const windows = ['7', '30', '90'];

export default function ScansPage() {
  const { scans, page } = useMessages();
  const [days, choose] = useFilter('days');
  const [product, chooseProduct] = useFilter('product');
  const shown = windows.includes(days) ? days : '30';
  const to = todayInVietnam(new Date());
  const from = addDays(to, 1 - Number(shown));
  const query = useAdminQuery<ScanSummary>(withQuery('/scans/summary', { from, to, product }));
  const nameOf = useProductNames(product === '' ? [] : [product]);
  return (
    <Screen
      title={scans.title}
      intro={scans.counted}
      actions={
        <>
          {product !== '' && (
            <button
              type="button"
              onClick={() => chooseProduct('')}
              className="txt-compact-small text-ui-fg-base underline underline-offset-2"
            >
              {nameOf(product)}: {page.clear}
            </button>
          )}
          <Choices
            label={scans.window}
            value={shown}
            onChoose={choose}
            choices={windows.map((one) => [one, scans.days(Number(one))])}
          />
        </>
      }
    >
      <QueryResult of={query}>
        {(summary) =>
          summary.total === 0 ? (
            <Section title={scans.byDay}>
              <Nothing>{scans.empty}</Nothing>
            </Section>
          ) : (
            <Summary {...{ summary, from, to, chooseProduct }} days={Number(shown)} />
          )
        }
      </QueryResult>
    </Screen>
  );
}

function Summary(props: {
  summary: ScanSummary;
  from: string;
  to: string;
  days: number;
  chooseProduct: (slug: string) => void;
}) {
  const { scans, page, figures } = useMessages();
  const { total, byDay, byProvince, byProduct } = props.summary;
  const nameOf = useProductNames(byProduct.map(({ product }) => product));
  const busiest = byDay.reduce((most, one) => (one.count > most.count ? one : most), {
    day: props.to,
    count: 0,
  });
  return (
    <>
      <Section title={scans.byDay}>
        <Facts
          of={[
            [scans.total, figures.number(total)],
            [scans.mean, figures.number(Math.round((10 * total) / props.days) / 10)],
            [scans.busiest, `${figures.day(busiest.day)}: ${scans.scans(busiest.count)}`],
          ]}
        />
        <DayBars name={scans.byDay} bars={everyDay(byDay, props.from, props.to)} />
      </Section>
      <div className="grid gap-3 lg:grid-cols-2">
        <Section title={scans.byProvince}>
          <NamedBars
            name={scans.byProvince}
            head={scans.province}
            bars={byProvince.map(({ province, count }) => ({ key: province ?? '', count }))}
            nameOf={(code) => provinceName(code) ?? (code || page.unknown)}
          />
        </Section>
        <Section title={scans.byProduct}>
          <NamedBars
            name={scans.byProduct}
            head={scans.product}
            bars={byProduct.map(({ product, count }) => ({ key: product, count }))}
            nameOf={nameOf}
            onChoose={props.chooseProduct}
          />
        </Section>
      </div>
    </>
  );
}
