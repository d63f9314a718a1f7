import { expect, it } from 'vitest';
import { readEntry, type Typed } from '@ocop/rules/epcis/step-entry';
import { fieldsOf, typedSteps } from './step-fields.ts';

const good: Typed = {
  at: '2026-11-22 09:30',
  province: '22',
  rawLot: 'R1',
  result: 'passed',
  container: 'T1',
  otherProvince: '01',
};

it.each(typedSteps)('asks for %s all the rules want, and marks what they want', (step) => {
  const required = fieldsOf(step).filter((one) => one.required);
  const typed = Object.fromEntries(required.map(({ field }) => [field, good[field] ?? null]));
  expect(readEntry({ lot: 'L1', step, ...typed })).toMatchObject({ ok: true });
  for (const { field } of required) {
    const without = readEntry({ lot: 'L1', step, ...typed, [field]: null });
    expect(without).toMatchObject({ ok: false, faults: [{ field }] });
  }
});
