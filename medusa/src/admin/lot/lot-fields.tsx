import { Label } from '@medusajs/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { LotDeclaration } from '../../modules/traceability/lots/register.ts';
import { useMessages } from '../i18n/messages.ts';
import { ProductField } from '../product/product-field.tsx';
import { LongTextField, TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { paths } from '../screen/paths.ts';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { readLotForm, type LotField, type LotProblem } from './lot-form.ts';

/** Registers a lot, or corrects one: everything but its code and product. */
export function LotFields(props: { lot?: LotDeclaration }) {
  const messages = useMessages();
  const navigate = useNavigate();
  const [problems, setProblems] = useState<Partial<Record<LotField, LotProblem>>>({});
  const { lot } = props;
  const save = useChange(
    async (body: LotDeclaration) => {
      await ask(`${TRACEABILITY}/lots`, { lots: [body] });
      return body.code;
    },
    { said: messages.lots.registered, quiet: true, done: (code) => void navigate(paths.lot(code)) },
  );
  const say = (field: LotField) => {
    const problem = problems[field];
    if (problem === undefined) return undefined;
    if (problem === 'required') return messages.page.required;
    return problem === 'codeLong' ? messages.lots.codeHint : messages.lots[problem];
  };
  return (
    <Form
      submit={messages.page.save}
      busy={save.isPending}
      problems={Object.keys(problems).length}
      refusal={save.error}
      onSubmit={(typed) => {
        const read = readLotForm(typed);
        setProblems(read.ok ? {} : read.problems);
        if (read.ok) save.mutate(read.lot);
      }}
    >
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
        <TextField
          label={messages.lots.quantity}
          name="quantity"
          inputMode="numeric"
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
    </Form>
  );
}
