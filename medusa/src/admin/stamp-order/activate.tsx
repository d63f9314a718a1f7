import { Input } from '@medusajs/ui';
import { useId, useState } from 'react';
import type { LotRead } from '../../modules/traceability/lots/lot-list.ts';
import type { IssuedStamps } from '../../modules/traceability/stamps/order.ts';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { Field, LongTextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { useSure } from '../screen/sure.ts';
import { ask, TRACEABILITY, withQuery } from '../server/ask.ts';
import { useAdminQuery, useChange } from '../server/use-admin-api.ts';
import { SegmentFields } from './segment-fields.tsx';
import { readSegment, type SegmentProblems } from './segment-form.ts';

/** Puts stamps of a range, all or a segment of them, on the goods of a lot. */
export function Activate(props: { order: IssuedStamps; variant: 'primary' | 'secondary' }) {
  const { orders } = useMessages();
  return (
    <ButtonDrawer button={orders.next.activate} title={orders.activation.title} variant={props.variant}>
      {(close) => <ActivationForm order={props.order} close={close} />}
    </ButtonDrawer>
  );
}

interface Activation {
  lot: string;
  first?: number;
  last?: number;
  overReason?: string;
}

function ActivationForm({ order, close }: { order: IssuedStamps; close: () => void }) {
  const { orders, page } = useMessages();
  const sure = useSure();
  const [problems, setProblems] = useState<{ lot: boolean; segment: SegmentProblems }>({
    lot: false,
    segment: {},
  });
  const activate = useChange(
    (body: Activation) => ask(`${TRACEABILITY}/stamp-orders/${order.range}/activate`, body),
    { said: orders.activation.done, quiet: true, done: close },
  );
  return (
    <Form
      submit={orders.activation.submit}
      busy={activate.isPending}
      problems={Number(problems.lot) + Object.keys(problems.segment).length}
      refusal={activate.error}
      onCancel={close}
      onSubmit={async (typed) => {
        const lot = order.lot ?? typed('lot');
        const read = readSegment(typed, { count: order.count });
        setProblems({ lot: lot === '' || lot === null, segment: read.ok ? {} : read.problems });
        if (!lot || !read.ok) return;
        const { segment } = read;
        const { first = 0, last = order.count - 1 } = segment;
        const question = {
          title: orders.activation.title,
          description: orders.activation.prompt(first + 1, last + 1, lot),
          confirm: orders.activation.submit,
          danger: false,
        };
        const overReason = typed('overReason');
        if (await sure(question)) {
          activate.mutate({ lot, ...segment, ...(overReason === '' ? {} : { overReason }) });
        }
      }}
    >
      <LotField
        product={order.product}
        lot={order.lot}
        hint={orders.activation.lotHint}
        problem={problems.lot ? page.required : undefined}
        required
      />
      <SegmentFields count={order.count} problems={problems.segment} />
      <p className="txt-compact-small text-ui-fg-subtle">{orders.activation.segmentHint}</p>
      <LongTextField
        label={orders.activation.overReason}
        name="overReason"
        hint={orders.activation.overHint}
      />
    </Form>
  );
}

/** A lot of a product; fixed where the stamps carry one in print. */
export function LotField(props: {
  product: string;
  lot: string | null;
  hint: string;
  required?: boolean;
  problem?: string | undefined;
}) {
  const { orders } = useMessages();
  const list = useId();
  const query = useAdminQuery<{ lots: LotRead[] }>(
    withQuery('/lots', { product: props.product, limit: props.product ? 100 : 1 }),
  );
  return (
    <Field label={orders.lot} name="lot" hint={props.hint} problem={props.problem} required={props.required}>
      {(bound) => (
        <>
          <Input
            {...bound}
            list={list}
            autoComplete="off"
            aria-required={props.required}
            defaultValue={props.lot ?? ''}
            readOnly={props.lot !== null && props.required === true}
          />
          <datalist id={list}>
            {props.product !== '' &&
              (query.data?.lots ?? []).map(({ code }) => <option key={code} value={code} />)}
          </datalist>
        </>
      )}
    </Field>
  );
}
