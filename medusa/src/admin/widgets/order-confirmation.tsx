import { defineWidgetConfig } from '@medusajs/admin-sdk';
import { Alert, Button } from '@medusajs/ui';
import type { ConfirmationAnswer } from '@ocop/contract/order-confirmations';
import { useMessages } from '../i18n/messages.ts';
import { placedFirst } from '../screen/first.ts';
import { useSure } from '../screen/sure.ts';
import { ask } from '../server/ask.ts';
import { useChange, useServerQuery } from '../server/use-admin-api.ts';

const CONFIRMATIONS = '/admin/order-confirmations';

export const config = defineWidgetConfig({ zone: 'order.details.before' });

/** Says that somebody has to call the buyer before the goods are held for long, and notes that it was done. */
export default function OrderConfirmationWidget({ data }: { data: { id: string } }) {
  const { confirmation: words, figures, lang } = useMessages();
  const sure = useSure();
  const address = `${CONFIRMATIONS}/${encodeURIComponent(data.id)}`;
  const { data: answer } = useServerQuery<{ confirmation: ConfirmationAnswer | null }>(address);
  const confirm = useChange(() => ask(address, {}), { said: words.done });
  const confirmation = answer?.confirmation;
  if (!confirmation) return null;
  const { state, reasons, dueAt, decidedAt } = confirmation;
  if (state === 'confirmed') {
    return (
      <Alert variant="success" lang={lang} style={placedFirst(0)}>
        {words.confirmed(figures.moment(decidedAt ?? dueAt))}
      </Alert>
    );
  }
  if (state !== 'awaited') {
    return state === 'released' ? (
      <Alert variant="error" lang={lang} style={placedFirst(0)}>
        {words.released(figures.moment(decidedAt ?? dueAt))}
      </Alert>
    ) : null;
  }
  return (
    <Alert variant="warning" role="alert" lang={lang} style={placedFirst(0)}>
      <strong className="block">{words.title}</strong>
      {reasons.map((reason) => (
        <span key={reason} className="block">
          {words.reasons[reason]}
        </span>
      ))}
      <span className="block">{words.due(figures.moment(dueAt))}</span>
      <Button
        className="mt-2"
        size="small"
        isLoading={confirm.isPending}
        onClick={async () => {
          const question = { title: words.confirm, description: words.prompt, confirm: words.confirm };
          if (await sure({ ...question, danger: false })) {
            confirm.mutate(undefined);
          }
        }}
      >
        {words.confirm}
      </Button>
    </Alert>
  );
}
