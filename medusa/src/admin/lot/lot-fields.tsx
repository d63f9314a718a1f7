import { Label } from '@medusajs/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { lotChanges, type LotChange } from '@ocop/rules/lot-facts';
import type { LotDeclaration } from '../../modules/traceability/lots/register.ts';
import { useMessages } from '../i18n/messages.ts';
import { ProductField } from '../product/product-field.tsx';
import { LongTextField, TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { InlineLink } from '../screen/inline-link.tsx';
import { NumberField } from '../screen/number-field.tsx';
import { paths } from '../screen/paths.ts';
import { useSure } from '../screen/sure.ts';
import { sayNumberFault } from '../screen/typed-whole.ts';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { PACKS, readLotForm, type LotField, type LotProblem } from './lot-form.ts';
import { sayLotChanges } from './say-lot-changes.ts';

/** Registers a lot, or corrects one: everything but its code and product. */
export function LotFields(props: { lot?: LotDeclaration }) {
  const messages = useMessages();
  const navigate = useNavigate();
  const sure = useSure();
  const [problems, setProblems] = useState<Partial<Record<LotField, LotProblem>>>({});
  const { lot } = props;
  const save = useChange(
    async ({ reason, ...body }: LotDeclaration & { reason: string }) => {
      await ask(`${TRACEABILITY}/lots`, { lots: [body], ...(reason === '' ? {} : { reason }) });
      return body.code;
    },
    { said: messages.lots.registered, quiet: true, done: (code) => void navigate(paths.lot(code)) },
  );
  const say = (field: LotField) => {
    const problem = problems[field];
    if (problem === undefined) return undefined;
    if (typeof problem === 'object') return sayNumberFault(problem, messages);
    return problem === 'required' ? messages.page.required : messages.lots[problem];
  };
  return (
    <Form
      submit={messages.page.save}
      busy={save.isPending}
      problems={Object.keys(problems).length}
      refusal={save.error}
      onSubmit={async (typed) => {
        const read = readLotForm(typed, lot !== undefined);
        setProblems(read.ok ? {} : read.problems);
        if (!read.ok) return;
        const changes = lot ? lotChanges(lot, read.lot) : [];
        if (lot && changes.length === 0) return void navigate(paths.lot(lot.code));
        const question = {
          title: messages.lots.correct,
          description: messages.lots.correctPrompt(sayLotChanges(changes, messages)),
          confirm: messages.page.save,
        };
        if (lot === undefined || (await sure(question))) {
          save.mutate({ ...read.lot, reason: typed('reason') });
        }
      }}
    >
      {save.error?.reason === 'lot-differs' && (
        <Registered code={save.error.changes[0]?.lot ?? ''} changes={save.error.changes} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={messages.lots.code}
          name="code"
          hint={messages.lots.codeHint}
          problem={say('code')}
          required
          readOnly={lot !== undefined}
          defaultValue={lot?.code}
          autoComplete="off"
        />
        <ProductField
          problem={say('product')}
          fixed={lot !== undefined}
          {...(lot ? { start: lot.product } : {})}
        />
        <TextField
          label={messages.lots.madeOn}
          name="madeOn"
          type="date"
          problem={say('madeOn')}
          required
          defaultValue={lot?.madeOn}
        />
        <TextField
          label={messages.lots.useBy}
          name="useBy"
          type="date"
          hint={messages.lots.useByHint}
          problem={say('useBy')}
          defaultValue={lot?.useBy ?? undefined}
        />
        <NumberField
          label={messages.lots.quantity}
          name="quantity"
          bounds={PACKS}
          problem={say('quantity')}
          required
          defaultValue={lot?.quantity}
        />
        <TextField
          label={messages.lots.gtin}
          name="gtin"
          inputMode="numeric"
          hint={messages.lots.gtinHint}
          problem={say('gtin')}
          defaultValue={lot?.gtin ?? undefined}
        />
        <LongTextField
          label={messages.lots.rawVi}
          name="rawVi"
          hint={messages.lots.rawHint}
          defaultValue={lot?.rawMaterial.vi}
        />
        <LongTextField
          label={messages.lots.rawEn}
          name="rawEn"
          hint={messages.lots.rawHint}
          defaultValue={lot?.rawMaterial.en}
        />
      </div>
      <div className="flex items-center gap-x-2">
        <input
          id="sample"
          name="sample"
          type="checkbox"
          value="yes"
          className="size-4"
          defaultChecked={lot?.sample}
        />
        <Label htmlFor="sample" size="small">
          {messages.lots.sample}
        </Label>
      </div>
      {lot && (
        <LongTextField
          label={messages.lots.reason}
          name="reason"
          required
          maxLength={500}
          hint={messages.lots.reasonHint}
          problem={say('reason')}
        />
      )}
    </Form>
  );
}

/** Says of a code that is registered already what is different there, and leads to it. */
function Registered(props: { code: string; changes: readonly LotChange[] }) {
  const messages = useMessages();
  return (
    <div className="flex flex-col gap-y-2">
      <p className="txt-compact-small">{sayLotChanges(props.changes, messages)}</p>
      <InlineLink to={paths.correctLot(props.code)}>
        {messages.lots.correct}: {messages.lots.one(props.code)}
      </InlineLink>
    </div>
  );
}
