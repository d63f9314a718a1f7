import { Label } from '@medusajs/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { LotDeclaration } from '../../modules/traceability/lots/register.ts';
import { useWords } from '../i18n/words.ts';
import { ProductField } from '../product/product-field.tsx';
import { LongTextField, TextField } from '../screen/field.tsx';
import { Form } from '../screen/form.tsx';
import { paths } from '../screen/paths.ts';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-asked.ts';
import { readLotForm, type LotField, type LotProblem } from './lot-form.ts';

/** Registers a lot, or corrects one: everything but its code and product. */
export function LotFields(props: { lot?: LotDeclaration }) {
  const words = useWords();
  const navigate = useNavigate();
  const [problems, setProblems] = useState<Partial<Record<LotField, LotProblem>>>({});
  const { lot } = props;
  const save = useChange(
    async (asked: LotDeclaration) => {
      await ask(`${TRACEABILITY}/lots`, { lots: [asked] });
      return asked.code;
    },
    { said: words.lots.registered, quiet: true, done: (code) => void navigate(paths.lot(code)) },
  );
  const say = (field: LotField) => {
    const problem = problems[field];
    if (problem === undefined) return undefined;
    if (problem === 'required') return words.page.required;
    return problem === 'codeLong' ? words.lots.codeHint : words.lots[problem];
  };
  return (
    <Form
      submit={words.page.save}
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
          label={words.lots.code}
          name="code"
          hint={words.lots.codeHint}
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
          label={words.lots.madeOn}
          name="madeOn"
          type="date"
          problem={say('madeOn')}
          required
          defaultValue={lot?.madeOn}
        />
        <TextField
          label={words.lots.useBy}
          name="useBy"
          type="date"
          hint={words.lots.useByHint}
          problem={say('useBy')}
          defaultValue={lot?.useBy ?? undefined}
        />
        <TextField
          label={words.lots.quantity}
          name="quantity"
          inputMode="numeric"
          problem={say('quantity')}
          required
          defaultValue={lot?.quantity}
        />
        <TextField
          label={words.lots.gtin}
          name="gtin"
          inputMode="numeric"
          hint={words.lots.gtinHint}
          problem={say('gtin')}
          defaultValue={lot?.gtin ?? undefined}
        />
        <LongTextField
          label={words.lots.rawVi}
          name="rawVi"
          hint={words.lots.rawHint}
          defaultValue={lot?.rawMaterial.vi}
        />
        <LongTextField
          label={words.lots.rawEn}
          name="rawEn"
          hint={words.lots.rawHint}
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
          {words.lots.sample}
        </Label>
      </div>
    </Form>
  );
}
