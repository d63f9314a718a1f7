import { Text } from '@medusajs/ui';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { ChoiceField, TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { useSure } from '../screen/sure.ts';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { readWindow, type ErasureWindow, type WindowProblems } from './erasure-window.ts';

/** Erases scans of a stamp for somebody who asks to be forgotten. */
export function EraseScans({ code }: { code: string }) {
  const { erase } = useMessages().stamps;
  return (
    <ButtonDrawer button={erase.open} title={erase.title}>
      {(close) => <EraseForm code={code} close={close} />}
    </ButtonDrawer>
  );
}

const RIGHT: WindowProblems = { from: null, until: null };

function EraseForm({ code, close }: { code: string; close: () => void }) {
  const { stamps, figures } = useMessages();
  const { erase } = stamps;
  const sure = useSure();
  const [which, setWhich] = useState<'window' | 'all'>('window');
  const [problems, setProblems] = useState<WindowProblems>(RIGHT);
  const say = (problem: WindowProblems['until']) => (problem ? erase[problem] : undefined);
  const change = useChange(
    (body: ErasureWindow | object) =>
      ask<{ erased: number }>(`${TRACEABILITY}/stamps/${encodeURIComponent(code)}/scans/erase`, body),
    { said: ({ erased }) => erase.done(erased), quiet: true, done: close },
  );
  const eraseIf = async (description: string, body: ErasureWindow | object) => {
    const question = { title: erase.title, description, confirm: erase.confirm };
    if (await sure(question)) change.mutate(body);
  };
  return (
    <Form
      submit={erase.submit}
      danger
      busy={change.isPending}
      problems={Object.values(problems).filter((problem) => problem !== null).length}
      refusal={change.error}
      onCancel={close}
      onSubmit={async (field) => {
        if (which === 'all') return eraseIf(erase.prompt(null, null), {});
        const read = readWindow(field('from'), field('until'));
        setProblems(read.ok ? RIGHT : read.problems);
        if (!read.ok) return;
        const { from, until } = read.window;
        await eraseIf(erase.prompt(figures.moment(from), figures.moment(until)), read.window);
      }}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {erase.intro}
      </Text>
      <ChoiceField
        label={erase.which}
        name="which"
        value={which}
        onChange={({ target }) => {
          setWhich(target.value as 'window' | 'all');
          setProblems(RIGHT);
        }}
        choices={(['window', 'all'] as const).map((one) => [one, erase.choices[one]])}
      />
      {which === 'window' && (
        <>
          <TextField
            label={erase.from}
            name="from"
            type="datetime-local"
            required
            hint={erase.clock}
            problem={say(problems.from)}
          />
          <TextField
            label={erase.until}
            name="until"
            type="datetime-local"
            required
            problem={say(problems.until)}
          />
        </>
      )}
    </Form>
  );
}
