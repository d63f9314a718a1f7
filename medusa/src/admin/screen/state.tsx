import { StatusBadge } from '@medusajs/ui';
import type { StampState } from '@ocop/rules/stamps/stamp-state';
import type { RangeState } from '@ocop/rules/stamps/stamp-state';
import type { ReportState } from '@ocop/rules/stamps/report';
import { useMessages } from '../i18n/messages.ts';

type Colour = 'green' | 'red' | 'blue' | 'orange' | 'grey';

const ofRange: Record<RangeState, Colour> = {
  reserved: 'orange',
  printed: 'blue',
  delivered: 'green',
  voided: 'grey',
};
const ofStamp: Record<StampState, Colour> = {
  'not-printed': 'grey',
  voided: 'grey',
  'not-activated': 'orange',
  recalled: 'red',
  expired: 'red',
  suspicious: 'orange',
  active: 'green',
};
const ofReport: Record<ReportState, Colour> = { new: 'orange', looking: 'blue', closed: 'grey' };

/** A state in words; the colour only repeats them. */
export function Badge(props: { colour: Colour; children: string }) {
  return (
    <StatusBadge color={props.colour} className="whitespace-nowrap">
      {props.children}
    </StatusBadge>
  );
}

export function RangeStateBadge({ state }: { state: RangeState }) {
  return <Badge colour={ofRange[state]}>{useMessages().orders.states[state]}</Badge>;
}

export function StampStateBadge({ state }: { state: StampState }) {
  return <Badge colour={ofStamp[state]}>{useMessages().stamps.states[state]}</Badge>;
}

export function ReportStateBadge({ state }: { state: ReportState }) {
  return <Badge colour={ofReport[state]}>{useMessages().reports.states[state]}</Badge>;
}
