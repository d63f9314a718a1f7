import { closings, type Closing, type TransferDesk } from '@ocop/contract/bank-transfers';
import { formatDong } from '@ocop/rules/money';
import { readOrderCode } from '@ocop/rules/order-code';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { TextField } from '../screen/field.tsx';
import { Choices } from '../screen/filter.tsx';
import { Form } from '../screen/form.tsx';
import { NotedForm } from '../screen/noted-form.tsx';
import { NumberField } from '../screen/number-field.tsx';
import { typedWhole } from '../screen/typed-whole.ts';
import { ask } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';

/** Where transfers are decided about. */
export const TRANSFERS = '/admin/bank-transfers';

type Awaited = TransferDesk['awaited'][number];
type Doubted = TransferDesk['doubted'][number];
type Card = TransferDesk['cards'][number];
type Owed = TransferDesk['owed'][number];

/** Notes that an order's transfer was seen in the bank's app. */
export function ConfirmTransfer({ awaited }: { awaited: Awaited }) {
  const { transfers } = useMessages();
  return (
    <ButtonDrawer
      button={transfers.awaited.confirm}
      title={`${transfers.awaited.confirm}: ${awaited.order.code}`}
    >
      {(close) => <ConfirmForm awaited={awaited} close={close} />}
    </ButtonDrawer>
  );
}

function ConfirmForm({ awaited, close }: { awaited: Awaited; close: () => void }) {
  const { transfers, lang } = useMessages();
  const words = transfers.awaited;
  const [wrong, setWrong] = useState(false);
  const confirm = useChange(
    (body: object) => ask(`${TRANSFERS}/orders/${encodeURIComponent(awaited.order.id)}/confirm`, body),
    { said: words.done, quiet: true, done: close },
  );
  return (
    <Form
      submit={words.confirm}
      busy={confirm.isPending}
      problems={Number(wrong)}
      refusal={confirm.error}
      onCancel={close}
      onSubmit={(typed) => {
        const seen = typedWhole(typed('amount'));
        const isRight = seen.ok && seen.value === awaited.amount;
        setWrong(!isRight);
        if (isRight) confirm.mutate({ amount: awaited.amount, reference: typed('reference') || null });
      }}
    >
      <NumberField
        label={words.sum}
        name="amount"
        required
        hint={words.sumHint}
        problem={wrong ? words.sumProblem(formatDong(awaited.amount, lang)) : undefined}
      />
      <TextField label={words.reference} name="reference" maxLength={100} />
    </Form>
  );
}

/** Puts money down to an order. */
export function SettleTransfer({ transfer }: { transfer: Doubted }) {
  const { transfers } = useMessages();
  return (
    <ButtonDrawer button={transfers.doubted.settle} title={transfers.doubted.settle}>
      {(close) => <SettleForm transfer={transfer} close={close} />}
    </ButtonDrawer>
  );
}

function SettleForm({ transfer, close }: { transfer: Doubted; close: () => void }) {
  const { transfers, page } = useMessages();
  const words = transfers.doubted;
  const [wrong, setWrong] = useState(false);
  const settle = useChange(
    (body: { code: string; remark: string }) => ask(addressOf(transfer, 'settle'), body),
    {
      said: words.settled,
      quiet: true,
      done: close,
    },
  );
  return (
    <NotedForm
      act={settle}
      submit={words.settle}
      note={{ label: words.settleNote, hint: words.settleHint }}
      of={(remark, typed) => {
        const code = readOrderCode(typed('code'));
        setWrong(code === null);
        return code === null ? { problems: 1 } : { send: { code, remark } };
      }}
      close={close}
    >
      <TextField
        label={words.code}
        name="code"
        required
        maxLength={20}
        defaultValue={transfer.order?.code ?? ''}
        problem={wrong ? page.required : undefined}
      />
    </NotedForm>
  );
}

/** Ends money that pays no order, with what became of it. */
export function CloseTransfer({ transfer }: { transfer: Doubted }) {
  const { transfers } = useMessages();
  return (
    <ButtonDrawer button={transfers.doubted.close} title={transfers.doubted.close}>
      {(close) => <CloseForm transfer={transfer} close={close} />}
    </ButtonDrawer>
  );
}

function CloseForm({ transfer, close }: { transfer: Doubted; close: () => void }) {
  const { transfers } = useMessages();
  const words = transfers.doubted;
  const [closing, choose] = useState<Closing>('paid-back');
  const end = useChange(
    (body: { closing: Closing; remark: string }) => ask(addressOf(transfer, 'close'), body),
    {
      said: words.closed,
      quiet: true,
      done: close,
    },
  );
  return (
    <NotedForm
      act={end}
      submit={words.close}
      note={{ label: words.closeNote, hint: words.closeHint }}
      of={(remark) => ({ send: { closing, remark } })}
      close={close}
    >
      <Choices
        label={words.closing}
        value={closing}
        choices={closings.map((one) => [one, words.closings[one]] as const)}
        onChoose={(one) => choose(closings.find((known) => known === one) ?? 'paid-back')}
      />
    </NotedForm>
  );
}

/** Notes that money was transferred back. */
export function PaidBack({ owed }: { owed: Owed }) {
  const { transfers } = useMessages();
  return (
    <ButtonDrawer button={transfers.owed.done} title={transfers.owed.done}>
      {(close) => <PaidBackForm owed={owed} close={close} />}
    </ButtonDrawer>
  );
}

function PaidBackForm({ owed, close }: { owed: Owed; close: () => void }) {
  const words = useMessages().transfers.owed;
  const note = useChange(
    (body: { remark: string }) => ask(`${TRANSFERS}/refunds/${encodeURIComponent(owed.id)}/paid-back`, body),
    { said: words.said, quiet: true, done: close },
  );
  return (
    <NotedForm
      act={note}
      submit={words.done}
      note={{ label: words.note, hint: words.hint }}
      of={(remark) => ({ send: { remark } })}
      close={close}
    />
  );
}

/** Pays the charge of a card back and cancels its order. */
export function PayCardBack({ card }: { card: Card }) {
  const { transfers } = useMessages();
  return (
    <ButtonDrawer button={transfers.cards.payBack} title={transfers.cards.payBack}>
      {(close) => <PayCardBackForm card={card} close={close} />}
    </ButtonDrawer>
  );
}

function PayCardBackForm({ card, close }: { card: Card; close: () => void }) {
  const words = useMessages().transfers.cards;
  const payBack = useChange(
    (body: { remark: string }) => ask(`${TRANSFERS}/cards/${encodeURIComponent(card.id)}/paid-back`, body),
    { said: words.said, quiet: true, done: close },
  );
  return (
    <NotedForm
      act={payBack}
      submit={words.payBack}
      danger
      note={{ label: words.note, hint: words.hint }}
      of={(remark) => ({ send: { remark } })}
      close={close}
    />
  );
}

const addressOf = ({ id }: Doubted, what: string) => `${TRANSFERS}/${encodeURIComponent(id)}/${what}`;
