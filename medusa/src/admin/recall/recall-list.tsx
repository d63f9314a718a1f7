import type { RecallRead } from '../../modules/traceability/recalls/recall.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { NotedForm } from '../screen/noted-form.tsx';
import { InlineLink } from '../screen/inline-link.tsx';
import { Listing } from '../screen/listing.tsx';
import { paths } from '../screen/paths.ts';
import { Badge } from '../screen/state.tsx';
import { useMessages, type Messages } from '../i18n/messages.ts';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';

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
        { head: recalls.stock, cell: (recall) => <Stock recall={recall} /> },
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
  const { recalls } = useMessages();
  const lift = useChange((note: string) => ask(`${TRACEABILITY}/recalls/${props.recall.id}/lift`, { note }), {
    said: recalls.liftDone,
    quiet: true,
    done: props.close,
  });
  return (
    <NotedForm
      act={lift}
      submit={recalls.lift}
      danger
      note={{ label: recalls.liftNote, hint: recalls.liftHint }}
      of={(note) => ({ send: note })}
      ask={() => ({
        title: recalls.lift,
        description: recalls.liftPrompt(props.goods),
        confirm: recalls.lift,
      })}
      close={props.close}
    />
  );
}

/** Whether the product is sold while it is being recalled, and what staff can say of the stock. */
function Stock({ recall }: { recall: RecallRead }) {
  const messages = useMessages();
  const { recalls, page, figures } = messages;
  if (recall.liftedAt !== null || recall.scope === 'serial') return page.none;
  if (recall.stockClearedAt !== null) return recalls.stockCleared(figures.moment(recall.stockClearedAt));
  const goods = recalledGoods(recall, messages);
  return (
    <>
      <Badge colour="orange">{recalls.stockHeld}</Badge>{' '}
      <ButtonDrawer button={recalls.clearStock} title={`${recalls.clearStock}: ${goods}`}>
        {(close) => <ClearStockForm recall={recall} goods={goods} close={close} />}
      </ButtonDrawer>
    </>
  );
}

function ClearStockForm(props: { recall: RecallRead; goods: string; close: () => void }) {
  const { recalls } = useMessages();
  const clear = useChange(
    (note: string) => ask(`${TRACEABILITY}/recalls/${props.recall.id}/clear-stock`, { note }),
    { said: recalls.clearStockDone, quiet: true, done: props.close },
  );
  return (
    <NotedForm
      act={clear}
      submit={recalls.clearStock}
      danger
      note={{ label: recalls.clearStockNote, hint: recalls.clearStockHint }}
      of={(note) => ({ send: note })}
      ask={() => ({
        title: recalls.clearStock,
        description: recalls.clearStockPrompt(props.goods),
        confirm: recalls.clearStock,
      })}
      close={props.close}
    />
  );
}
