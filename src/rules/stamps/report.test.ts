import { expect, it } from 'vitest';
import { mayBecome, reportStates } from './report.ts';

it('a report goes from new to closed, by way of somebody who looks or at once, and never back', () => {
  const steps = reportStates.flatMap((from) =>
    reportStates.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(steps).toEqual(['new looking', 'new closed', 'looking closed']);
});
