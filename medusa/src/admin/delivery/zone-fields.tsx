import { Button, Hint } from '@medusajs/ui';
import { tableLimits, type DeliveryZone, type ZonePrices } from '@ocop/rules/delivery-price';
import { provinceCodes, provinceName } from '@ocop/rules/place/province-name';
import { useId } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { TextField } from '../screen/field.tsx';
import { NumberField } from '../screen/number-field.tsx';
import { bounds, fieldsOf, type PriceProblem, type ZoneRows } from './prices-form.ts';

type Problems = Readonly<Record<string, PriceProblem>>;

/** What is wrong with a field, in words; a number's own fault is told by the field for numbers. */
function useSaid(problems: Problems) {
  const { delivery } = useMessages();
  return (name: string) => {
    const problem = problems[name];
    return typeof problem === 'string' ? delivery.faults[problem] : problem;
  };
}

/** Name and provinces of a zone. */
export function ZonePlaces(props: { zone: ZoneRows; saved: DeliveryZone | undefined; problems: Problems }) {
  const { delivery } = useMessages();
  const { saved, problems } = props;
  const fields = fieldsOf(props.zone.key);
  const id = useId();
  const wrong = problems[fields.provinces];
  const named = problems[fields.name];
  return (
    <>
      <TextField
        label={delivery.name}
        name={fields.name}
        required
        maxLength={tableLimits.name}
        defaultValue={saved?.name}
        problem={typeof named === 'string' ? delivery.faults[named] : undefined}
      />
      <fieldset aria-describedby={wrong ? id : undefined}>
        <legend className="txt-compact-small-plus pb-2">{delivery.provinces}</legend>
        <div className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-4">
          {provinceCodes.map((code, at) => (
            <label key={code} className="txt-compact-small flex items-center gap-x-2">
              <input
                type="checkbox"
                name={fields.province(code)}
                value={code}
                defaultChecked={saved?.provinces.includes(code)}
                aria-invalid={wrong && at === 0 ? true : undefined}
              />
              {provinceName(code)}
            </label>
          ))}
        </div>
        {typeof wrong === 'string' && (
          <Hint id={id} variant="error">
            {delivery.faults[wrong]}
          </Hint>
        )}
      </fieldset>
    </>
  );
}

/** Weights and prices of a zone. */
export function ZoneFields(props: {
  zone: ZoneRows;
  saved: ZonePrices | undefined;
  problems: Problems;
  addRow: () => void;
}) {
  const { delivery } = useMessages();
  const { zone, saved } = props;
  const fields = fieldsOf(zone.key);
  const said = useSaid(props.problems);
  return (
    <>
      {Array.from({ length: zone.rows }, (_, row) => (
        <div key={row} className="grid grid-cols-2 gap-4">
          <NumberField
            label={delivery.upTo(row + 1)}
            name={fields.upTo(row)}
            required={row === 0}
            bounds={bounds.upTo}
            defaultValue={saved?.steps[row]?.upTo}
            problem={said(fields.upTo(row))}
          />
          <NumberField
            label={delivery.price(row + 1)}
            name={fields.price(row)}
            required={row === 0}
            bounds={bounds.price}
            defaultValue={saved?.steps[row]?.price}
            problem={said(fields.price(row))}
          />
        </div>
      ))}
      {zone.rows < tableLimits.steps && (
        <Button type="button" size="small" variant="secondary" className="w-fit" onClick={props.addRow}>
          {delivery.addStep}
        </Button>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          label={delivery.furtherKilogram}
          name={fields.furtherKilogram}
          bounds={bounds.price}
          hint={delivery.furtherHint}
          defaultValue={saved?.furtherKilogram}
          problem={said(fields.furtherKilogram)}
        />
        <NumberField
          label={delivery.freeFrom}
          name={fields.freeFrom}
          bounds={bounds.freeFrom}
          hint={delivery.freeHint}
          defaultValue={saved?.freeFrom ?? undefined}
          problem={said(fields.freeFrom)}
        />
      </div>
    </>
  );
}
