import { Listing } from '../screen/listing.tsx';
import { useMessages } from '../i18n/messages.ts';
import type { Bar } from './days.ts';

const HEIGHT = 120;

/** Counts day by day as bars; the same figures stand in a table below for whoever cannot see them. */
export function DayBars(props: { name: string; bars: readonly Bar[] }) {
  const { scans, figures } = useMessages();
  const { bars } = props;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const width = 100 / bars.length;
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return null;
  return (
    <figure className="px-6 py-4">
      <div className="flex gap-2">
        <div
          aria-hidden
          className="txt-compact-xsmall text-ui-fg-subtle flex flex-col justify-between text-right tabular-nums"
        >
          <span>{figures.number(most)}</span>
          <span>0</span>
        </div>
        <svg
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          className="border-ui-border-strong h-32 w-full border-b border-l"
          aria-hidden
        >
          {bars.map(({ key, count }, at) => (
            <rect
              key={key}
              x={at * width + width * 0.1}
              y={HEIGHT - (count / most) * HEIGHT}
              width={width * 0.8}
              height={(count / most) * HEIGHT}
              className="fill-ui-fg-interactive"
            >
              <title>{`${figures.day(key)}: ${scans.scans(count)}`}</title>
            </rect>
          ))}
        </svg>
      </div>
      <figcaption aria-hidden className="txt-compact-xsmall text-ui-fg-subtle mt-1 flex justify-between pl-6">
        <span>{figures.day(first.key)}</span>
        {bars.length > 1 && <span>{figures.day(last.key)}</span>}
      </figcaption>
      <details className="mt-2">
        <summary className="txt-compact-small text-ui-fg-subtle cursor-pointer">{scans.asTable}</summary>
        <Listing
          name={props.name}
          rows={bars.filter(({ count }) => count > 0).reverse()}
          keyOf={({ key }) => key}
          columns={[
            { head: scans.day, short: true, cell: ({ key }) => figures.day(key) },
            { head: scans.count, figures: true, cell: ({ count }) => figures.number(count) },
          ]}
        />
      </details>
    </figure>
  );
}

/** Counts of named things, the most first, each with a bar beside its figure. */
export function NamedBars(props: {
  name: string;
  head: string;
  bars: readonly Bar[];
  nameOf: (key: string) => string;
  /** Narrows the page to one of them. */
  onChoose?: (key: string) => void;
}) {
  const { scans, figures } = useMessages();
  const most = Math.max(1, ...props.bars.map(({ count }) => count));
  const named = ({ key }: Bar) =>
    props.onChoose ? (
      <button
        type="button"
        className="text-ui-fg-base text-left underline underline-offset-2"
        onClick={() => props.onChoose?.(key)}
      >
        {props.nameOf(key)}
      </button>
    ) : (
      props.nameOf(key)
    );
  return (
    <Listing
      name={props.name}
      rows={props.bars}
      keyOf={({ key }) => key}
      columns={[
        { head: props.head, cell: named },
        {
          head: scans.count,
          cell: ({ count }) => (
            <span className="flex items-center gap-x-2">
              <span className="w-14 text-right tabular-nums">{figures.number(count)}</span>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full min-w-16" aria-hidden>
                <rect width={(count / most) * 100} height="8" className="fill-ui-fg-interactive" />
              </svg>
            </span>
          ),
        },
      ]}
    />
  );
}
