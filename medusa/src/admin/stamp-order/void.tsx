import { useState } from 'react';
import type { IssuedStamps } from '../../modules/traceability/stamps/order.ts';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { NotedForm } from '../screen/noted-form.tsx';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { SegmentFields } from './segment-fields.tsx';
import { readSegment, type SegmentProblems } from './segment-form.ts';

/** Takes stamps of a range, all or a segment of them, out of use for good. */
export function Void({ order }: { order: IssuedStamps }) {
  const { orders } = useMessages();
  return (
    <ButtonDrawer button={orders.voiding.title} title={orders.voiding.title}>
      {(close) => <VoidingForm order={order} close={close} />}
    </ButtonDrawer>
  );
}

interface Voiding {
  reason: string;
  first?: number;
  last?: number;
}

function VoidingForm({ order, close }: { order: IssuedStamps; close: () => void }) {
  const { orders } = useMessages();
  const { voiding } = orders;
  const [problems, setProblems] = useState<SegmentProblems>({});
  const takeOut = useChange(
    (body: Voiding) => ask(`${TRACEABILITY}/stamp-orders/${order.range}/void`, body),
    { said: voiding.done, quiet: true, done: close },
  );
  return (
    <NotedForm
      act={takeOut}
      submit={voiding.submit}
      danger
      note={{ label: voiding.reason, hint: voiding.reasonHint }}
      of={(reason, typed) => {
        const read = readSegment(typed, { count: order.count, whole: false });
        setProblems(read.ok ? {} : read.problems);
        if (!read.ok) return { problems: Object.keys(read.problems).length };
        return { send: { reason, ...read.segment } };
      }}
      ask={({ first = 0, last = order.count - 1 }) => ({
        title: voiding.title,
        description: voiding.prompt(first + 1, last + 1),
        confirm: voiding.confirm,
      })}
      close={close}
    >
      <SegmentFields count={order.count} problems={problems} whole={false} />
    </NotedForm>
  );
}
