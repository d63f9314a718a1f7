import { provinceName } from '@ocop/rules/place/province-name';
import type { SuspicionReason } from '@ocop/rules/stamps/suspicion';
import { useMessages, type Messages } from '../i18n/messages.ts';

/** Why a stamp looks copied, one sentence a reason with its figures and points. */
export function Reasons(props: { reasons: readonly SuspicionReason[] }) {
  const { stamps } = useMessages();
  return (
    <ul className="txt-compact-small flex list-disc flex-col gap-y-1 pl-4">
      {props.reasons.map((reason) => (
        <li key={reason.rule}>
          {reasonMessage(reason, stamps)}{' '}
          <span className="text-ui-fg-subtle">({stamps.points(reason.points)})</span>
        </li>
      ))}
    </ul>
  );
}

export function reasonMessage(reason: SuspicionReason, { rules }: Messages['stamps']): string {
  const place = (code: string) => provinceName(code) ?? code;
  switch (reason.rule) {
    case 'devices':
      return rules.devices(reason.devices);
    case 'provinces':
      return rules.provinces(reason.inAll, reason.within24h, reason.moves);
    case 'speed':
      return rules.speed(place(reason.from), place(reason.to), reason.km, reason.minutes, reason.times);
    case 'before-activation':
      return rules['before-activation'](reason.devices);
    case 'after-sale':
      return rules['after-sale'](reason.devices, reason.days);
    case 'rush':
      return rules.rush(reason.scans);
    case 'away':
      return rules.away(reason.away, reason.located);
  }
}
