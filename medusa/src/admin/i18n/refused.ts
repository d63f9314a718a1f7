import type { StampSegment } from '@ocop/rules/stamps/stamp-segment';
import type { CaptureRefusal } from '../../api/admin/traceability/events/answers.ts';
import type { RefusalReason } from '../../api/admin/traceability/refusals.ts';

/** Every name a refusal may have; those of the last line are told by the screens themselves. */
export type RefusalName =
  RefusalReason | CaptureRefusal | 'product-differs' | 'not-valid' | 'no-answer' | 'signed-out';

/** A sentence for each; the `segment` of a range stands in the way of some. */
export type RefusalMessages = Readonly<Record<RefusalName, (segment: StampSegment | null) => string>>;
