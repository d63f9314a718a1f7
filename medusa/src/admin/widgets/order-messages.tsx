import { defineWidgetConfig } from '@medusajs/admin-sdk';
import { Text } from '@medusajs/ui';
import type { OrderMessageAnswer, OrderMessageList, ResendRequest } from '@ocop/contract/order-messages';
import { ORDER_MESSAGES, whyNotSent } from '../order/order-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { placedFirst } from '../screen/first.ts';
import { NotedForm } from '../screen/noted-form.tsx';
import { QueryResult } from '../screen/query-result.tsx';
import { Nothing, Section } from '../screen/screen.tsx';
import { Badge } from '../screen/state.tsx';
import { ask } from '../server/ask.ts';
import { useStaffNames } from '../server/staff-names.ts';
import { useChange, useServerQuery } from '../server/use-admin-api.ts';

export const config = defineWidgetConfig({ zone: 'order.details.before' });

const colours = { waiting: 'orange', sent: 'green', failed: 'red', skipped: 'grey' } as const;

/** What the buyer was told of an order, what could not be sent and why, and sending it again. */
export default function OrderMessagesWidget({ data }: { data: { id: string } }) {
  const { orderMessages: words, lang } = useMessages();
  const query = useServerQuery<OrderMessageList>(`${ORDER_MESSAGES}/${encodeURIComponent(data.id)}`);
  return (
    <div lang={lang} style={placedFirst(2)}>
      <QueryResult of={query}>
        {({ toFolder, messages }) => (
          <Section title={words.title}>
            {toFolder && <Nothing>{words.toFolder}</Nothing>}
            {messages.length === 0 && <Nothing>{words.none}</Nothing>}
            {messages.map((message) => (
              <MessageLine key={message.kind} orderId={data.id} message={message} />
            ))}
          </Section>
        )}
      </QueryResult>
    </div>
  );
}

function MessageLine({ orderId, message }: { orderId: string; message: OrderMessageAnswer }) {
  const messages = useMessages();
  const { orderMessages: words, figures } = messages;
  const nameOf = useStaffNames();
  const { kind, state, channel, sentAt, nextTryAt, tries, resends } = message;
  const why = whyNotSent(message, messages);
  const said = [
    channel === 'sms' ? words.sms : '',
    state === 'sent' && sentAt !== null ? figures.moment(sentAt) : '',
    why,
    state === 'waiting' && tries > 0 ? words.next(figures.moment(nextTryAt), tries) : '',
  ].filter(Boolean);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-3">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-2">
          <Text size="small" weight="plus">
            {words.kinds[kind]}
          </Text>
          <Badge colour={colours[state]}>{words.states[state]}</Badge>
        </div>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {said.join('; ')}
        </Text>
        {resends.map(({ at, by, reason }) => (
          <Text key={at} size="small" className="text-ui-fg-subtle break-words">
            {words.resent(figures.moment(at), nameOf(by), reason)}
          </Text>
        ))}
      </div>
      {state !== 'waiting' && (
        <ButtonDrawer button={words.again} title={words.againOf(words.kinds[kind])}>
          {(close) => <SendAgainForm address={`${ORDER_MESSAGES}/${orderId}/${kind}`} close={close} />}
        </ButtonDrawer>
      )}
    </div>
  );
}

function SendAgainForm({ address, close }: { address: string; close: () => void }) {
  const { orderMessages: words } = useMessages();
  const send = useChange((body: ResendRequest) => ask(address, body), {
    said: words.queued,
    quiet: true,
    done: close,
  });
  return (
    <NotedForm
      act={send}
      submit={words.again}
      note={{ label: words.reason, hint: words.reasonHint }}
      of={(reason) => ({ send: { reason } })}
      close={close}
    />
  );
}
