import { Input } from '@medusajs/ui';
import { useId, useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { Field } from '../screen/field.tsx';
import { useFoundProducts } from './product-names.ts';

/** A product by its slug, with the browser's own list of those whose names match what is typed. */
export function ProductField(props: {
  start?: string;
  problem?: string | undefined;
  fixed?: boolean;
  onChange?: (slug: string) => void;
}) {
  const messages = useMessages();
  const list = useId();
  const [typed, setTyped] = useState(props.start ?? '');
  const found = useFoundProducts(typed);
  return (
    <Field
      label={messages.lots.product}
      name="product"
      hint={props.fixed ? messages.lots.productOther : messages.lots.productHint}
      problem={props.problem}
      required
    >
      {(bound) => (
        <>
          <Input
            {...bound}
            aria-required
            readOnly={props.fixed}
            autoComplete="off"
            list={list}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              props.onChange?.(target.value);
            }}
          />
          <datalist id={list}>
            {found.map(({ handle, title }) => (
              <option key={handle} value={handle}>
                {title}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
