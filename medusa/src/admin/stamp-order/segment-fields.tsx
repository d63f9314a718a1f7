import { useMessages } from '../i18n/messages.ts';
import { NumberField } from '../screen/number-field.tsx';
import type { SegmentProblems } from './segment-form.ts';

/** The segment of a range that is meant, its stamps counted from 1 as in the margin of the sheets. */
export function SegmentFields(props: { count: number; problems: SegmentProblems; whole?: boolean }) {
  const { orders } = useMessages();
  const { whole = true, count, problems } = props;
  const bounds = { least: 1, most: count };
  return (
    <div className="grid grid-cols-2 gap-4">
      <NumberField
        label={orders.sheet.first}
        name="first"
        required
        bounds={bounds}
        defaultValue={whole ? 1 : undefined}
        problem={problems.first === 'upsideDown' ? orders.segmentWrong(count) : problems.first}
      />
      <NumberField
        label={orders.sheet.last}
        name="last"
        required
        bounds={bounds}
        defaultValue={whole ? count : undefined}
        problem={problems.last}
      />
    </div>
  );
}
