import { useMessages } from '../i18n/messages.ts';
import { TextField } from '../screen/field.tsx';

/** The segment of a range that is meant, its stamps counted from 1 as in the margin of the sheets. */
export function SegmentFields(props: { count: number; wrong: boolean; whole?: boolean }) {
  const { orders } = useMessages();
  const { whole = true } = props;
  return (
    <div className="grid grid-cols-2 gap-4">
      <TextField
        label={orders.sheet.first}
        name="first"
        inputMode="numeric"
        required
        defaultValue={whole ? 1 : undefined}
        problem={props.wrong ? orders.segmentWrong(props.count) : undefined}
      />
      <TextField
        label={orders.sheet.last}
        name="last"
        inputMode="numeric"
        required
        defaultValue={whole ? props.count : undefined}
      />
    </div>
  );
}
