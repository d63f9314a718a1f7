import type { InvitationMade } from '@ocop/contract/people';
import { escapeHtml } from '@ocop/rules/text';
import { Button, Text } from '@medusajs/ui';
import { useMessages, type Messages } from '../i18n/messages.ts';

/** The code of an invitation, which is shown this once. */
export function InvitationCode(props: { made: InvitationMade; name: string; close: () => void }) {
  const { people, figures } = useMessages();
  const { made, name } = props;
  return (
    <div className="flex flex-col gap-y-4" role="status">
      <Text size="small">{people.codeOnce}</Text>
      <div>
        <Text size="small" weight="plus">
          {people.code}
        </Text>
        <Text className="font-mono text-xl tracking-wider" data-testid="invitation-code">
          {made.code}
        </Text>
      </div>
      <div>
        <Text size="small" weight="plus">
          {people.link}
        </Text>
        <Text size="small" className="break-all">
          {made.link}
        </Text>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {people.until(figures.moment(made.expiresAt))}
      </Text>
      <div className="flex flex-wrap gap-2">
        <Button type="button" onClick={() => printSlip(made, name, people)}>
          {people.print}
        </Button>
        <Button type="button" variant="secondary" onClick={props.close}>
          {people.close}
        </Button>
      </div>
    </div>
  );
}

/** Prints the slip from a frame that is gone afterwards: the code is written to no file and no address. */
function printSlip(made: InvitationMade, name: string, people: Messages['people']): void {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  document.body.append(frame);
  const page = frame.contentDocument;
  if (!page) return;
  const steps = people.slipSteps(new URL(made.link).host);
  page.body.innerHTML =
    `<style>@page{size:a6;margin:8mm}body{font:12pt/1.4 system-ui,sans-serif}b{font:700 16pt monospace}</style>` +
    `<h1 style="font-size:14pt">${escapeHtml(people.slipTitle)}</h1><p>${escapeHtml(name)}</p>` +
    `<p><b>${escapeHtml(made.code)}</b></p><p>${escapeHtml(steps)}</p>`;
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
  frame.contentWindow?.print();
}
