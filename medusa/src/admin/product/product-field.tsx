import { Input } from '@medusajs/ui';
import type { ListedProducts } from '@ocop/contract/traced-products';
import { useId, useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { Field } from '../screen/field.tsx';
import { withQuery } from '../server/ask.ts';
import { useAdminQuery } from '../server/use-admin-api.ts';

/** Rows of the list in sight at once. */
const ROWS = 6;

/**
 * A product of the record, on sale or not: a search above the browser's own list of what it found. Nothing
 * that is not in the list can be sent.
 */
export function ProductField(props: {
  start?: string;
  problem?: string | undefined;
  fixed?: boolean;
  onChange?: (slug: string) => void;
}) {
  const { lots } = useMessages();
  if (props.fixed) {
    return (
      <Field label={lots.product} name="product" hint={lots.productOther} problem={props.problem} required>
        {(bound) => <Input {...bound} readOnly value={props.start ?? ''} />}
      </Field>
    );
  }
  return <ProductChoice {...props} />;
}

function ProductChoice(props: {
  start?: string;
  problem?: string | undefined;
  onChange?: (slug: string) => void;
}) {
  const { events, lots, figures } = useMessages();
  const search = useId();
  const [text, setText] = useState(props.start ?? '');
  const [chosen, setChosen] = useState(props.start ?? '');
  const { data } = useAdminQuery<ListedProducts>(withQuery('/products/search', { q: text }));
  const found = data?.products ?? [];
  // What was chosen stays in the list while something else is searched for.
  const listed =
    found.some(({ slug }) => slug === chosen) || chosen === '' ? [] : [{ slug: chosen, name: chosen }];
  const choose = (slug: string) => {
    setChosen(slug);
    props.onChange?.(slug);
  };
  const hint =
    data?.count === 0
      ? lots.productNone
      : data && data.count > found.length
        ? lots.productMore(figures.number(data.count))
        : lots.productHint;
  return (
    <Field label={lots.product} name="product" hint={hint} problem={props.problem} required>
      {(bound) => (
        <div className="flex flex-col gap-y-1">
          <Input
            id={search}
            inputMode="search"
            aria-label={lots.productSearch}
            placeholder={lots.productSearch}
            autoComplete="off"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <select
            {...bound}
            aria-required
            size={ROWS}
            value={chosen}
            onChange={({ target }) => choose(target.value)}
            className="bg-ui-bg-field shadow-borders-base txt-compact-small text-ui-fg-base focus-visible:shadow-borders-interactive-with-active w-full rounded-md p-1 outline-none"
          >
            {/* Or React would choose the first one by itself. */}
            {chosen === '' && <option value="">{events.choose}</option>}
            {[...listed, ...found].map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}
