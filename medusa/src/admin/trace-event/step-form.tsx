import type { EntryField, TypedStep } from '@ocop/rules/epcis/step-entry';
import { provinceCodes } from '@ocop/rules/place/province';
import { provinceName } from '@ocop/rules/place/province-name';
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
  const { events } = useMessages();
  const [step, setStep] = useState<TypedStep>('harvest');
  // A form that was taken starts anew, for the next step.
  const [taken, setTaken] = useState(0);
  const capture = useChange(
    (entry: object) => ask<{ stored: number }>(`${TRACEABILITY}/events/form`, entry),
    { quiet: true, said: ({ stored }) => events.stored(stored), done: () => setTaken((n) => n + 1) },
  );
  const problems = capture.error?.problems ?? [];
  const problemOf = (field: EntryField) => {
    const problem = problems.find((one) => one.field === field);
    return problem && (problemAdvice(problem, events) ?? problem.message);
  };
  return (
    <Form
      submit={events.submit}
      busy={capture.isPending}
      problems={problems.length}
      refusal={problems.length === 0 ? capture.error : null}
      onSubmit={(typed) => {
        const fields = fieldsOf(step).map(({ field }) => [field, typed(field).replace('T', ' ')]);
        capture.mutate({ lot, step, ...Object.fromEntries(fields) });
      }}
    >
      <ChoiceField
        label={events.fields.step}
        name="step"
        value={step}
        onChange={({ target }) => {
          setStep(target.value as TypedStep);
          capture.reset();
        }}
        choices={typedSteps.map((one) => [one, events.steps[one]])}
      />
      <div key={`${step}-${taken}`} className="grid gap-4 sm:grid-cols-2">
        {fieldsOf(step).map(({ field, required }) => (
          <StepField key={field} field={field} required={required} problem={problemOf(field)} />
        ))}
      </div>
      <Problems
        problems={problems.filter(({ field }) => !fieldsOf(step).some((one) => one.field === field))}
      />
    </Form>
  );
}

function StepField(props: { field: EntryField; required: boolean; problem: string | undefined }) {
  const { events, page } = useMessages();
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
            ['passed', events.passed],
            ['failed', events.failed],
          ]}
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
