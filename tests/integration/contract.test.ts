import { auditLogAnswer } from '@ocop/contract/audit-log';
import { availabilityAnswer } from '@ocop/contract/availability';
import { journeyAnswer, lotEventsAnswer } from '@ocop/contract/lot-history';
import { lotAnswer, lotList, lotsRegistered } from '@ocop/contract/lots';
import { recall, recallList } from '@ocop/contract/recalls';
import { scanSummary, suspiciousList } from '@ocop/contract/scan-statistics';
import { stampOrder, stampOrderHistory, stampOrderList } from '@ocop/contract/stamp-orders';
import { stampRangeAnswer } from '@ocop/contract/stamp-range';
import { reportAnswer, staffReportAnswer, staffReports } from '@ocop/contract/stamp-report';
import { exceptionsAnswer, scanErasureAnswer, stampAnswer, warningLiftAnswer } from '@ocop/contract/stamps';
import { captureAnswer } from '@ocop/contract/trace-events';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { readEnv } from '../../src/config/env.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { ask, stampedLot } from '../support/life-cycle.ts';
import { copiedScans, handOver } from '../support/scans.ts';
import { testStack } from '../support/stack.ts';
import { lotWith } from '../support/stamped-lot.ts';

const stack = testStack();
const keyring = readEnv(stack.env).STAMP_KEYS ?? { current: '', epochs: {} };
let lot: string;
let range: number;
let epoch: string;
let code: string;

beforeAll(async () => {
  const order = await stampedLot(5);
  lot = order.lot ?? '';
  ({ range, epoch } = order);
  code = [...stampsOf(order, keyring, stack.siteUrl)][2]?.code ?? '';
});

/** Asks one of Medusa's routes for the site, as the site does. */
async function site(path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${stack.medusaUrl}/site/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-site-key': readEnv(stack.env).SITE_KEY ?? '', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** An answer is what its schema says, to the last field: nothing is missing, nothing goes unsaid. */
function expectExactly(schema: z.ZodType, answer: unknown): void {
  expect(schema.parse(answer)).toEqual(answer);
}

describe('what Medusa answers the site', () => {
  test('on availability, with something on sale', async () => {
    const answer = await site('availability');
    expectExactly(availabilityAnswer, answer);
    expect(availabilityAnswer.parse(answer).offers.length).toBeGreaterThan(0);
  });

  test('on a lot', async () => {
    expectExactly(journeyAnswer, await site(`lots/${lot}/journey`));
    expectExactly(lotEventsAnswer, await site(`lots/${lot}/events`));
  });

  test('on a range that was issued, and on one that was not', async () => {
    expectExactly(stampRangeAnswer, await site(`stamp-ranges/${epoch}/${range}`));
    expectExactly(stampRangeAnswer, await site(`stamp-ranges/${epoch}/2097151`));
  });

  test('on a report, and what staff read of it then', async () => {
    const sent = {
      requestKey: `contract-${code}`,
      stamp: { epoch, range, index: 2 },
      typed: code,
      reason: 'opened',
      words: null,
      contact: null,
      photo: null,
    };
    const answer = await site('stamp-reports', sent);
    expectExactly(reportAnswer, answer);
    const list = (await ask('/reports')).body;
    expectExactly(staffReports, list);
    const { number } = reportAnswer.parse(answer);
    const report = staffReports.parse(list).reports.find((one) => one.number === number);
    expectExactly(staffReportAnswer, (await ask(`/reports/${report?.id}`)).body);
  });
});

describe('what Medusa answers staff and commands', () => {
  test.each([
    ['/lots', lotList],
    ['/stamp-orders', stampOrderList],
    ['/recalls', recallList],
    ['/audit-log', auditLogAnswer],
    ['/scans/summary', scanSummary],
    ['/scans/suspicious', suspiciousList],
  ])('on the list %s', async (path, schema) => {
    expectExactly(schema, (await ask(path)).body);
  });

  test('on one lot, one order and one stamp', async () => {
    expectExactly(lotAnswer, (await ask(`/lots/${lot}`)).body);
    expectExactly(stampOrderHistory, (await ask(`/stamp-orders/${range}`)).body);
    expectExactly(stampAnswer, (await ask(`/stamps/${code}`)).body);
  });

  test('on lots, orders and steps of them', async () => {
    const other = lotWith();
    expectExactly(lotsRegistered, (await ask('/lots', { lots: [other] })).body);
    const ordered = await ask('/stamp-orders', { product: other.product, lot: other.code, count: 3 });
    expectExactly(stampOrder, ordered.body);
    const at = `/stamp-orders/${stampOrder.parse(ordered.body).range}`;
    expectExactly(stampOrder, (await ask(`${at}/print`, {})).body);
    expectExactly(stampOrder, (await ask(`${at}/activate`, { lot: other.code })).body);
    expectExactly(stampOrder, (await ask(`${at}/void`, { reason: 'Thử', first: 0, last: 0 })).body);
  });

  test('on single stamps', async () => {
    const noted = await ask(`/stamps/${code}/exceptions`, { kind: 'reported', note: 'Thử' });
    expectExactly(exceptionsAnswer, noted.body);
    const ended = await ask(`/stamps/${code}/exceptions/reported/end`, { note: 'Thử' });
    expectExactly(exceptionsAnswer, ended.body);
    expectExactly(scanErasureAnswer, (await ask(`/stamps/${code}/scans/erase`, {})).body);
    await handOver(...copiedScans({ epoch, range }, 2));
    const lifted = await ask(`/stamps/${code}/warning/lift`, { note: 'Thử' });
    expectExactly(warningLiftAnswer, lifted.body);
  });

  test('on recalls', async () => {
    const words = { vi: 'Thử', en: '' };
    const announced = await ask('/recalls', { scope: 'serial', code, reason: words, advice: words });
    expectExactly(recall, announced.body);
    const lifted = await ask(`/recalls/${recall.parse(announced.body).id}/lift`, { note: 'Thử' });
    expectExactly(recall, lifted.body);
  });

  test('on a step that was typed', async () => {
    const step = { lot, step: 'test', at: '2025-01-11T08:00:00+07:00', result: 'đạt' };
    const answer = await ask('/events/form', step);
    expect(answer).toMatchObject({ status: 201 });
    expectExactly(captureAnswer, answer.body);
  });
});
