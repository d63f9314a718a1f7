import { Fragment, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { RecallRequest } from '@ocop/contract/recalls';
import { useMessages } from '../i18n/messages.ts';
import { ChoiceField, LongTextField, TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { NumberField } from '../screen/number-field.tsx';
import { paths } from '../screen/paths.ts';
import { sayNumberFault } from '../screen/typed-whole.ts';
import { useSure } from '../screen/sure.ts';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { readRecallForm, type RecallField, type RecallProblem } from './recall-form.ts';

type Scope = RecallRequest['scope'];

/** Calls goods back: a lot, a segment of a range, or one stamp. */
export function RecallFields(props: { lot: string }) {
  const messages = useMessages();
  const { recalls, page } = messages;
  const navigate = useNavigate();
  const sure = useSure();
  const [scope, setScope] = useState<Scope>('lot');
  const [problems, setProblems] = useState<Partial<Record<RecallField, RecallProblem>>>({});
  const recall = useChange((body: RecallRequest) => ask(`${TRACEABILITY}/recalls`, body), {
    said: recalls.done,
    quiet: true,
    done: () => void navigate(paths.recalls),
  });
  const say = (field: RecallField) => {
    const problem = problems[field];
    if (problem === undefined) return undefined;
    if (typeof problem === 'object') return sayNumberFault(problem, messages);
    return problem === 'required' ? page.required : recalls[problem];
  };
  return (
    <Form
      submit={recalls.submit}
      danger
      busy={recall.isPending}
      problems={Object.keys(problems).length}
      refusal={recall.error}
      onSubmit={async (typed) => {
        const read = readRecallForm(typed);
        setProblems(read.ok ? {} : read.problems);
        if (!read.ok) return;
        const goods = goodsOf(read.recall, messages);
        const question = {
          title: recalls.announce,
          description: recalls.prompt(goods),
          confirm: recalls.confirm,
        };
        if (await sure(question)) recall.mutate(read.recall);
      }}
    >
      <ChoiceField
        label={recalls.scope}
        name="scope"
        value={scope}
        onChange={({ target }) => setScope(target.value as Scope)}
        choices={(['lot', 'range', 'serial'] as const).map((one) => [one, recalls.scopes[one]])}
      />
      {scope === 'lot' && (
        <TextField label={recalls.lot} name="lot" required problem={say('lot')} defaultValue={props.lot} />
      )}
      {scope === 'serial' && (
        <TextField
          label={recalls.code}
          name="code"
          required
          hint={messages.stamps.hint}
          problem={say('code')}
        />
      )}
      {scope === 'range' && (
        <div className="grid gap-4 sm:grid-cols-3">
          <NumberField label={recalls.range} name="range" required problem={say('range')} />
          <NumberField
            label={recalls.first}
            name="first"
            bounds={{ least: 1 }}
            hint={recalls.partHint}
            problem={say('first')}
          />
          <NumberField label={recalls.last} name="last" bounds={{ least: 1 }} problem={say('last')} />
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {(['reason', 'advice'] as const).map((saying) => (
          <Fragment key={saying}>
            <LongTextField
              label={recalls[`${saying}Vi`]}
              name={`${saying}Vi`}
              required
              maxLength={1000}
              rows={4}
              hint={recalls.wordsHint}
              problem={say(`${saying}Vi`)}
            />
            <LongTextField
              label={recalls[`${saying}En`]}
              name={`${saying}En`}
              maxLength={1000}
              rows={4}
              hint={recalls.englishHint}
            />
          </Fragment>
        ))}
      </div>
    </Form>
  );
}

function goodsOf(body: RecallRequest, { recalls, stamps, orders }: ReturnType<typeof useMessages>): string {
  if (body.scope === 'lot') return recalls.ofLot(body.lot);
  if (body.scope === 'serial') return stamps.one(body.code);
  const { range, first, last } = body;
  return last === undefined ? orders.one(range) : recalls.ofRange(range, first ?? 0, last);
}
