import { Container } from '@medusajs/ui';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { StampOrderRequest } from '@ocop/contract/stamp-orders';
import type { IssuedStamps } from '../../../../../modules/traceability/stamps/order.ts';
import { useMessages } from '../../../../i18n/messages.ts';
import { ProductField } from '../../../../product/product-field.tsx';
import { ChoiceField, LongTextField } from '../../../../screen/field.tsx';
import { Form } from '../../../../screen/form.tsx';
import { NumberField } from '../../../../screen/number-field.tsx';
import { paths } from '../../../../screen/paths.ts';
import { Screen } from '../../../../screen/screen.tsx';
import { ask, TRACEABILITY } from '../../../../server/ask.ts';
import { useChange } from '../../../../server/use-admin-api.ts';
import { LotField } from '../../../../stamp-order/activate.tsx';
import { readOrderForm, type OrderForm } from '../../../../stamp-order/order-form.ts';

type Problems = Extract<OrderForm, { ok: false }>['problems'];

export default function NewOrderPage() {
  const { orders, page } = useMessages();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [product, setProduct] = useState(params.get('product') ?? '');
  const [form, setForm] = useState<'tagged' | 'signed'>('tagged');
  const [problems, setProblems] = useState<Problems>({});
  const order = useChange(
    (body: StampOrderRequest) => ask<IssuedStamps>(`${TRACEABILITY}/stamp-orders`, body),
    {
      said: orders.ordered,
      quiet: true,
      done: ({ range }) => void navigate(paths.order(range)),
    },
  );
  return (
    <Screen title={orders.order} back={{ to: paths.orders, name: orders.title }}>
      <Container>
        <Form
          submit={orders.order}
          busy={order.isPending}
          problems={Object.keys(problems).length}
          refusal={order.error}
          onSubmit={(typed) => {
            const read = readOrderForm(typed);
            setProblems(read.ok ? {} : read.problems);
            if (read.ok) order.mutate(read.order);
          }}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <ProductField start={product} onChange={setProduct} problem={problems.product && page.required} />
            <LotField product={product} lot={params.get('lot')} hint={orders.lotHint} />
            <NumberField
              label={orders.count}
              name="count"
              required
              bounds={{ least: 1 }}
              hint={orders.countHint}
              problem={problems.count}
            />
            <ChoiceField
              label={orders.form}
              name="form"
              value={form}
              onChange={({ target }) => setForm(target.value === 'signed' ? 'signed' : 'tagged')}
              hint={orders.formHints[form]}
              choices={(['tagged', 'signed'] as const).map((one) => [one, orders.forms[one]])}
            />
          </div>
          <LongTextField
            label={orders.activation.overReason}
            name="overReason"
            maxLength={500}
            hint={orders.overOrderHint}
          />
        </Form>
      </Container>
    </Screen>
  );
}
