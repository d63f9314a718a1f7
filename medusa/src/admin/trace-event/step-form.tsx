import type { EntryField, TypedStep } from '@ocop/rules/epcis/step-entry';
import { UNITS, unitWord } from '@ocop/rules/epcis/units';
import { provinceCodes } from '@ocop/rules/place/province';
import { provinceName } from '@ocop/rules/place/province-name';
import { readDecimal } from '@ocop/rules/typed-number';
import { useRef, useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { ChoiceField, TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { problemAdvice } from './problem-advice.ts';
import { Problems } from './problems.tsx';
import { fieldsOf, typedSteps } from './step-fields.ts';

/** Records one step of a lot's life; which fields there are depends on the step. */
export function StepForm({ lot }: { lot: string }) {
  const messages = useMessages();
  const { events, page, lang } = messages;
  // Nothing is chosen beforehand: what nobody looked at would be recorded as done.
  const [step, setStep] = useState<TypedStep | ''>('');
  // A form that was taken starts anew, for the next step.
  const [taken, setTaken] = useState(0);
  const capture = useChange(
    (entry: object) => ask<{ stored: number }>(`${TRACEABILITY}/events/form`, entry),
    { quiet: true, said: ({ stored }) => events.stored(stored), done: () => setTaken((n) => n + 1) },
  );
  const [nothing, setNothing] = useState(false);
  const fields = step === '' ? [] : fieldsOf(step);
  const problems = capture.error?.problems ?? [];
  const problemOf = (field: EntryField) => {
    const problem = problems.find((one) => one.field === field);
    return problem && (problemAdvice(problem, messages) ?? problem.message);
  };
  return (
    <Form
      submit={events.submit}
      busy={capture.isPending}
      problems={problems.length + Number(nothing)}
      refusal={problems.length === 0 ? capture.error : null}
      onSubmit={(typed) => {
        setNothing(step === '');
        if (step === '') return;
        const typedIn = fields.map(({ field }) => [field, entered(field, typed(field), lang)]);
        capture.mutate({ lot, step, ...Object.fromEntries(typedIn) });
      }}
    >
      <ChoiceField
        label={events.fields.step}
        name="step"
        value={step}
        onChange={({ target }) => {
          setStep(target.value as TypedStep | '');
          setNothing(false);
          capture.reset();
        }}
        problem={nothing ? page.required : undefined}
        choices={[
          ['', events.choose],
          ...typedSteps.map((one): [string, string] => [one, events.steps[one]]),
        ]}
      />
      <div key={`${step}-${taken}`} className="grid gap-4 sm:grid-cols-2">
        {fields.map(({ field, required }) => (
          <StepField key={field} field={field} required={required} problem={problemOf(field)} />
        ))}
      </div>
      <Problems problems={problems.filter(({ field }) => !fields.some((one) => one.field === field))} />
    </Form>
  );
}

/** A field as it is sent: a quantity that is plain in the language of the screen as a number. */
function entered(field: EntryField, text: string, lang: 'vi' | 'en'): string | number {
  if (field !== 'quantity') return field === 'at' ? text.replace('T', ' ') : text;
  const read = readDecimal(text, lang);
  return read.ok ? read.value : text;
}

function StepField(props: { field: EntryField; required: boolean; problem: string | undefined }) {
  const { events, page, lang } = useMessages();
  const { field } = props;
  const now = useRef(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16));
  const hints: Partial<Record<EntryField, string>> = events.hints;
  const around = {
    label: events.fields[field],
    name: field,
    hint: hints[field],
    problem: props.problem,
    required: props.required,
  };
  switch (field) {
    case 'at':
      return <TextField {...around} type="datetime-local" defaultValue={now.current} />;
    case 'result':
      return (
        <ChoiceField
          {...around}
          choices={[
            ['', events.choose],
            ['passed', events.passed],
            ['failed', events.failed],
          ]}
        />
      );
    case 'unit':
      return (
        <ChoiceField
          {...around}
          choices={UNITS.map((unit): [string, string] => [
            unit === 'H87' ? '' : unit,
            unitWord(unit, lang),
          ]).sort(([a], [b]) => Number(a !== '') - Number(b !== ''))}
        />
      );
    case 'province':
    case 'otherProvince':
      return (
        <ChoiceField
          {...around}
          choices={[
            ['', page.unknown],
            ...provinceCodes.map((code): [string, string] => [code, provinceName(code) ?? code]),
          ]}
        />
      );
    default:
      return <TextField {...around} autoComplete="off" />;
  }
}
