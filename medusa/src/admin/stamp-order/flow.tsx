import { CheckCircleSolid, CircleDottedLine, CircleHalfSolid } from '@medusajs/icons';
import { Text } from '@medusajs/ui';
import type { IssuedStamps } from '../../modules/traceability/stamps/order.ts';
import { useMessages } from '../i18n/messages.ts';
import { flowOf } from './next-step.ts';

const icons = { done: CheckCircleSolid, now: CircleHalfSolid, later: CircleDottedLine };

/** Where an order stands between being placed and stamps on goods. */
export function Flow({ order }: { order: IssuedStamps }) {
  const { orders } = useMessages();
  const said = { done: orders.stepDone, now: orders.stepNow, later: orders.stepLater };
  return (
    <ol className="grid gap-2 px-6 py-4 sm:grid-cols-4">
      {flowOf(order).map(({ step, at }) => {
        const Icon = icons[at];
        return (
          <li
            key={step}
            aria-current={at === 'now' ? 'step' : undefined}
            className="border-ui-border-base aria-[current]:border-ui-border-interactive flex items-start gap-x-2 rounded-md border p-3"
          >
            <Icon aria-hidden className="mt-0.5 shrink-0" />
            <div>
              <Text size="small" weight="plus">
                {orders.steps[step].title}
                <span className="text-ui-fg-subtle font-normal"> · {said[at]}</span>
              </Text>
              {at === 'done' && (
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {orders.steps[step].done}
                </Text>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
