import { useState } from 'react';
import type { IssuedStamps } from '../../modules/traceability/stamps/order.ts';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { LongTextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { useSure } from '../screen/sure.ts';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { SegmentFields } from './segment-fields.tsx';
import { readSegment } from './segment-form.ts';

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
  const { orders, page } = useMessages();
  const { voiding } = orders;
  const sure = useSure();
  const [problems, setProblems] = useState({ reason: false, segment: false });
  const takeOut = useChange(
    (body: Voiding) => ask(`${TRACEABILITY}/stamp-orders/${order.range}/void`, body),
    { said: voiding.done, quiet: true, done: close },
  );
  return (
    <Form
      submit={voiding.submit}
      danger
      busy={takeOut.isPending}
      problems={Number(problems.reason) + Number(problems.segment)}
      refusal={takeOut.error}
      onCancel={close}
      onSubmit={async (typed) => {
        const reason = typed('reason');
        const segment =
          typed('first') && typed('last') ? readSegment(typed('first'), typed('last'), order.count) : null;
        setProblems({ reason: reason === '', segment: segment === null });
        if (reason === '' || segment === null) return;
        const { first = 0, last = order.count - 1 } = segment;
        const question = {
          title: voiding.title,
          description: voiding.prompt(first + 1, last + 1),
          confirm: voiding.confirm,
        };
        if (await sure(question)) takeOut.mutate({ reason, ...segment });
      }}
    >
      <SegmentFields count={order.count} wrong={problems.segment} whole={false} />
      <LongTextField
        label={voiding.reason}
        name="reason"
        required
        maxLength={500}
        hint={voiding.reasonHint}
        problem={problems.reason ? page.required : undefined}
      />
    </Form>
  );
}
