import type { RecallRead } from '../../modules/traceability/recalls/recall.ts';
import { LongTextField } from '../screen/field.tsx';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { Form } from '../screen/form.tsx';
import { InlineLink } from '../screen/inline-link.tsx';
import { Listing } from '../screen/listing.tsx';
import { paths } from '../screen/paths.ts';
import { useSure } from '../screen/sure.ts';
import { Badge } from '../screen/state.tsx';
import { useMessages, type Messages } from '../i18n/messages.ts';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { useState } from 'react';

/** What a recall covers, in words. */
export function recalledGoods(recall: RecallRead, { recalls }: Messages): string {
  if (recall.scope === 'lot') return recalls.ofLot(recall.lot ?? '');
  return recalls.ofRange(recall.range ?? 0, recall.first ?? 0, recall.last ?? 0);
}

/** Recalls, one a row, each to be lifted while it is in force. */
export function RecallList(props: { recalls: readonly RecallRead[] }) {
  const messages = useMessages();
  const { recalls, figures, lang } = messages;
  const goods = (recall: RecallRead) => {
    const said = recalledGoods(recall, messages);
    if (recall.lot !== null) return <InlineLink to={paths.lot(recall.lot)}>{said}</InlineLink>;
    return <InlineLink to={paths.order(recall.range ?? 0)}>{said}</InlineLink>;
  };
  return (
    <Listing
      name={recalls.title}
      rows={props.recalls}
      keyOf={({ id }) => id}
      columns={[
        { head: recalls.what, cell: goods },
        {
          head: messages.lots.state,
          cell: ({ liftedAt }) => (
            <Badge colour={liftedAt === null ? 'red' : 'grey'}>
              {liftedAt === null ? recalls.inForce : recalls.over}
            </Badge>
          ),
        },
        { head: recalls.reason, cell: ({ reason }) => reason[lang] || reason.vi },
        { head: recalls.advice, cell: ({ advice }) => advice[lang] || advice.vi },
        { head: recalls.since, short: true, cell: ({ announcedAt }) => figures.moment(announcedAt) },
        {
          head: recalls.lifted,
          cell: (recall) =>
            recall.liftedAt === null ? <Lift recall={recall} /> : figures.moment(recall.liftedAt),
        },
      ]}
    />
  );
}

function Lift({ recall }: { recall: RecallRead }) {
  const messages = useMessages();
  const { recalls } = messages;
  const goods = recalledGoods(recall, messages);
  return (
    <ButtonDrawer button={recalls.lift} title={`${recalls.lift}: ${goods}`}>
      {(close) => <LiftForm recall={recall} goods={goods} close={close} />}
    </ButtonDrawer>
  );
}

function LiftForm(props: { recall: RecallRead; goods: string; close: () => void }) {
  const messages = useMessages();
  const { recalls, page } = messages;
  const sure = useSure();
  const [empty, setEmpty] = useState(false);
  const lift = useChange((note: string) => ask(`${TRACEABILITY}/recalls/${props.recall.id}/lift`, { note }), {
    said: recalls.liftDone,
    quiet: true,
    done: props.close,
  });
  return (
    <Form
      submit={recalls.lift}
      busy={lift.isPending}
      problems={empty ? 1 : 0}
      refusal={lift.error}
      onCancel={props.close}
      onSubmit={async (typed) => {
        const note = typed('note');
        setEmpty(note === '');
        if (note === '') return;
        const question = {
          title: recalls.lift,
          description: recalls.liftPrompt(props.goods),
          confirm: recalls.lift,
          danger: false,
        };
        if (await sure(question)) lift.mutate(note);
      }}
    >
      <LongTextField
        label={recalls.liftNote}
        name="note"
        hint={recalls.liftHint}
        maxLength={500}
        required
        problem={empty ? page.required : undefined}
      />
    </Form>
  );
}
