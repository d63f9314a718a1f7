import type { StampSegment } from '@ocop/rules/stamps/stamp-segment';
import type { LotRegistration } from '../../modules/traceability/lots/register.ts';
import type { CaptureRefusal } from '../../api/admin/traceability/events/answers.ts';
import type { StaffRefusal } from '../../payment/staff.ts';
import type { RefusalReason } from '../../api/admin/traceability/refusals.ts';

/** Every name a refusal may have; those of the last line are told by the screens themselves. */
export type RefusalName =
  | RefusalReason
  | CaptureRefusal
  | LotRefusal
  | 'unknown-member'
  | 'unknown-message'
  | 'message-waiting'
  | 'not-valid'
  | StaffRefusal['reason']
  | 'delivery-prices-moved'
  | 'entry-taken'
  | 'unknown-entry'
  | 'no-statement'
  | 'invalid-body'
  | 'invalid-query'
  | 'no-answer'
  | 'signed-out';

/** Why lots are not registered, by name. */
type LotRefusal = Extract<LotRegistration, { ok: false }>['reason'];

/**
 * A sentence for each; the `segment` of a range stands in the way of some, `fields` of the request of others.
 */
export type RefusalMessages = Readonly<
  Record<RefusalName, (segment: StampSegment | null, fields: readonly string[]) => string>
>;
