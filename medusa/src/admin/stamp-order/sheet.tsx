import { Label, Text } from '@medusajs/ui';
import { STAMPS_IN_AN_ANSWER, type SheetJobAnswer } from '@ocop/contract/stamp-sheets';
import { SHEET_LAYOUT_NAMES, type SheetLayoutName } from '@ocop/stamp-sheet/layout';
import { useState } from 'react';
import type { IssuedStamps } from '../../modules/traceability/stamps/order.ts';
import { useMessages } from '../i18n/messages.ts';
import { ChoiceField, TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { NumberField } from '../screen/number-field.tsx';
import { Section } from '../screen/screen.tsx';
import { typedWhole, type NumberProblem } from '../screen/typed-whole.ts';
import { ask, Refusal, TRACEABILITY, withQuery } from '../server/ask.ts';
import { saveFile } from '../server/save-file.ts';
import { SegmentFields } from './segment-fields.tsx';
import { readSegment, type SegmentProblems } from './segment-form.ts';
import { SheetFile } from './sheet-file.tsx';

const formats = ['pdf', 'svg', 'csv'] as const;
type Format = (typeof formats)[number];

type SheetProblems = SegmentProblems & { startAt?: NumberProblem };

/** Files of an order's stamps, to print here or to send to a print house. */
export function Sheet({ order }: { order: IssuedStamps }) {
  const messages = useMessages();
  const { sheet } = messages.orders;
  const [format, setFormat] = useState<Format>('pdf');
  const [layout, setLayout] = useState<SheetLayoutName>('a4-65');
  const [problems, setProblems] = useState<SheetProblems>({});
  const [progress, setProgress] = useState<'idle' | { bytes: number; done: boolean }>('idle');
  const [file, setFile] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const busy = typeof progress === 'object' && !progress.done;
  const onA4 = layout.startsWith('a4');

  /** Too much for one answer: the server writes a file, which is fetched when it is done. */
  const begin = async (address: string) => {
    try {
      setFile((await ask<SheetJobAnswer>(address, {})).job.id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
    setProgress('idle');
  };

  const download = async (typed: (name: string) => string) => {
    const read = readSegment(typed, { count: order.count });
    const startAt = typed('startAt') === '' ? null : typedWhole(typed('startAt'), { least: 1 });
    setProblems({
      ...(read.ok ? {} : read.problems),
      ...(startAt === null || startAt.ok ? {} : { startAt: startAt.problem }),
    });
    setRefusal(null);
    if (!read.ok || startAt?.ok === false) return;
    const { segment } = read;
    setFile(null);
    setProgress({ bytes: 0, done: false });
    const isJob = (segment.last ?? order.count - 1) - (segment.first ?? 0) >= STAMPS_IN_AN_ANSWER;
    const route = `${TRACEABILITY}/stamp-orders/${order.range}/${isJob ? 'sheet-jobs' : 'sheet'}`;
    const address = withQuery(route, {
      format,
      layout: format === 'csv' ? null : layout,
      dpi: format === 'csv' ? null : typed('dpi'),
      cropMarks: typed('cropMarks') === '' ? null : true,
      startAt: startAt?.value,
      name: typed('name'),
      ...segment,
    });
    if (isJob) return begin(address);
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
          problems={Object.keys(problems).length}
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
              <NumberField
                label={sheet.startAt}
                name="startAt"
                required
                bounds={{ least: 1 }}
                problem={problems.startAt}
                hint={sheet.startAtHint}
                defaultValue={1}
              />
            )}
            <TextField label={sheet.name} name="name" maxLength={120} hint={sheet.nameHint} />
            <SegmentFields count={order.count} problems={problems} />
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
            {typeof progress === 'object' && progressMessage(progress, messages)}
          </p>
        </Form>
        {file !== null && (
          <div className="pt-4">
            <SheetFile id={file} />
          </div>
        )}
      </div>
    </Section>
  );
}

function progressMessage(
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
