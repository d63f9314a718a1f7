import { Label, Text } from '@medusajs/ui';
import { SHEET_LAYOUT_NAMES, type SheetLayoutName } from '@ocop/stamp-sheet/layout';
import { useState } from 'react';
import type { IssuedStamps } from '../../modules/traceability/stamps/order.ts';
import { useMessages } from '../i18n/messages.ts';
import { ChoiceField, TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { Section } from '../screen/screen.tsx';
import { TRACEABILITY, withQuery, type Refusal } from '../server/ask.ts';
import { saveFile } from '../server/save-file.ts';
import { SegmentFields } from './segment-fields.tsx';
import { readSegment } from './segment-form.ts';

const formats = ['pdf', 'svg', 'csv'] as const;
type Format = (typeof formats)[number];

/** More than this in one file is more than a browser should hold in memory. */
const MOST_IN_A_FILE = 100_000;

/** Files of an order's stamps, to print here or to send to a print house. */
export function Sheet({ order }: { order: IssuedStamps }) {
  const messages = useMessages();
  const { sheet } = messages.orders;
  const [format, setFormat] = useState<Format>('pdf');
  const [layout, setLayout] = useState<SheetLayoutName>('a4-65');
  const [segmentWrong, setPartWrong] = useState(false);
  const [progress, setProgress] = useState<'idle' | 'tooMany' | { bytes: number; done: boolean }>('idle');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const busy = typeof progress === 'object' && !progress.done;
  const onA4 = layout.startsWith('a4');

  const download = async (typed: (name: string) => string) => {
    const part = readSegment(typed('first'), typed('last'), order.count);
    setPartWrong(part === null);
    setRefusal(null);
    if (part === null) return;
    if ((part.last ?? order.count - 1) - (part.first ?? 0) >= MOST_IN_A_FILE) return setProgress('tooMany');
    setProgress({ bytes: 0, done: false });
    const address = withQuery(`${TRACEABILITY}/stamp-orders/${order.range}/sheet`, {
      format,
      layout: format === 'csv' ? null : layout,
      dpi: format === 'csv' ? null : typed('dpi'),
      cropMarks: typed('cropMarks') === '' ? null : true,
      startAt: typed('startAt'),
      name: typed('name'),
      ...part,
    });
    const saved = await saveFile(address, `tem-${order.range}`, (bytes) =>
      setProgress({ bytes, done: false }),
    );
    if (saved.ok) return setProgress({ bytes: saved.bytes, done: true });
    setProgress('idle');
    setRefusal(saved.refusal);
  };

  return (
    <Section title={sheet.title}>
      <div className="px-6 py-4">
        <Form
          submit={sheet.download}
          busy={busy}
          problems={segmentWrong ? 1 : 0}
          refusal={refusal}
          onSubmit={download}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <ChoiceField
              label={sheet.format}
              name="format"
              value={format}
              onChange={({ target }) => setFormat(target.value as Format)}
              choices={formats.map((one) => [one, sheet.formats[one]])}
            />
            {format !== 'csv' && (
              <>
                <ChoiceField
                  label={sheet.layout}
                  name="layout"
                  value={layout}
                  onChange={({ target }) => setLayout(target.value as SheetLayoutName)}
                  choices={SHEET_LAYOUT_NAMES.map((one) => [one, sheet.layouts[one]])}
                />
                <ChoiceField
                  label={sheet.dpi}
                  name="dpi"
                  defaultValue="300"
                  choices={[203, 300, 600].map((dpi) => [String(dpi), sheet.dpiUnit(dpi)])}
                />
              </>
            )}
            {format === 'pdf' && onA4 && (
              <TextField
                label={sheet.startAt}
                name="startAt"
                inputMode="numeric"
                required
                hint={sheet.startAtHint}
                defaultValue={1}
              />
            )}
            <TextField label={sheet.name} name="name" maxLength={120} hint={sheet.nameHint} />
            <SegmentFields count={order.count} wrong={segmentWrong} />
          </div>
          {format === 'pdf' && onA4 && (
            <div className="flex items-center gap-x-2">
              <input id="cropMarks" name="cropMarks" type="checkbox" value="true" className="size-4" />
              <Label htmlFor="cropMarks" size="small">
                {sheet.cropMarks}
              </Label>
            </div>
          )}
          <Text size="small" className="text-ui-fg-subtle">
            {sheet.printAt}
          </Text>
          <p role="status" className="txt-compact-small">
            {progress === 'tooMany' && sheet.many(order.count)}
            {typeof progress === 'object' && progressWords(progress, messages)}
          </p>
        </Form>
      </div>
    </Section>
  );
}

function progressWords(
  { bytes, done }: { bytes: number; done: boolean },
  { orders, lang }: ReturnType<typeof useMessages>,
): string {
  const megabytes = new Intl.NumberFormat(lang, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(bytes / 1024 / 1024);
  if (done) return orders.sheet.done(megabytes);
  return bytes === 0 ? orders.sheet.preparing : orders.sheet.received(megabytes);
}
