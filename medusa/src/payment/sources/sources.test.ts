import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TransferSecrets } from '../../modules/bank-transfers/settings.ts';
import { readers } from './index.ts';
import { vietnamTime, type Told } from './reading.ts';

const at = new Date('2026-12-01T03:00:00Z');
const seconds = String(at.getTime() / 1000);
const told = (body: unknown, headers: Record<string, string> = {}, when = at): Told => ({
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  headers,
  at: when,
});
const hex = (algorithm: string, secret: string, text: string) =>
  createHmac(algorithm, secret).update(text).digest('hex');

describe('SePay', () => {
  // The sample of its documentation.
  const sample = {
    id: 92704,
    gateway: 'Vietcombank',
    transactionDate: '2023-03-25 14:02:37',
    accountNumber: '0123499999',
    code: null,
    content: 'chuyen tien mua iphone',
    transferType: 'in',
    transferAmount: 2277000,
    accumulated: 19077000,
    subAccount: null,
    referenceCode: 'MBVCB.3278907687',
    description: '',
  };
  const byKey = { sepayKey: 'a-key-of-sepay' };
  const key = { authorization: 'Apikey a-key-of-sepay' };
  const bySignature = { sepaySecret: 'a-secret-of-sepay' };
  const signed = (body: string, time = seconds) => ({
    'x-sepay-timestamp': time,
    'x-sepay-signature': `sha256=${hex('sha256', 'a-secret-of-sepay', `${time}.${body}`)}`,
  });

  it('is read with its key, in Vietnam’s time', () => {
    expect(readers.sepay(told(sample, key), byKey)).toEqual({
      outcome: 'taken',
      notices: [
        {
          source: 'sepay',
          sourceId: '92704',
          account: '0123499999',
          amount: 2_277_000,
          direction: 'in',
          at: new Date('2023-03-25T07:02:37Z'),
          note: 'chuyen tien mua iphone',
          reference: 'MBVCB.3278907687',
        },
      ],
    });
  });

  it('is read with its signature, which the key alone does not replace', () => {
    const body = JSON.stringify(sample);
    expect(readers.sepay(told(body, signed(body)), bySignature).outcome).toBe('taken');
    expect(readers.sepay(told(`${body} `, signed(body)), bySignature).outcome).toBe('refused');
    const old = String(at.getTime() / 1000 - 301);
    expect(readers.sepay(told(body, signed(body, old)), bySignature).outcome).toBe('refused');
    expect(readers.sepay(told(body, key), { ...byKey, ...bySignature }).outcome).toBe('refused');
  });

  it.each([
    ['another key', { authorization: 'Apikey b-key-of-sepay' }],
    ['no key', {}],
  ])('%s is refused', (_what, headers) =>
    expect(readers.sepay(told(sample, headers), byKey).outcome).toBe('refused'),
  );

  it.each([
    { ...sample, transferAmount: 0 },
    { ...sample, transferAmount: 1.5 },
    { ...sample, transferAmount: 'x' },
    { ...sample, transferType: 'sideways' },
    { ...sample, transactionDate: 'yesterday' },
    { ...sample, id: undefined },
    'no json',
    [],
  ])('cannot read %j', (body) => expect(readers.sepay(told(body, key), byKey).outcome).toBe('unreadable'));
});

describe('payOS', () => {
  // The sample of its documentation and the key published with it.
  const key = '1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675';
  const data = {
    orderCode: 123,
    amount: 3000,
    description: 'VQRIO123',
    accountNumber: '12345678',
    reference: 'TF230204212323',
    transactionDateTime: '2023-02-04 18:25:00',
    currency: 'VND',
    paymentLinkId: '124c33293c43417ab7879e14c8d9eb18',
    code: '00',
    desc: 'Thành công',
    counterAccountBankId: '',
    counterAccountBankName: '',
    counterAccountName: '',
    counterAccountNumber: '',
    virtualAccountName: '',
    virtualAccountNumber: '',
  };
  const signature = '412e915d2871504ed31be63c8f62a149a4410d34c4c42affc9006ef9917eaa03';
  const secrets: TransferSecrets = { payosKey: key };
  const whole = (changed: Partial<typeof data>, more: object = {}) => {
    const all: Record<string, unknown> = { ...data, ...changed };
    const text = Object.keys(all)
      .sort()
      .map((name) => `${name}=${String(all[name] ?? '')}`)
      .join('&');
    const mac = hex('sha256', key, text);
    return { code: '00', desc: 'success', success: true, data: all, signature: mac, ...more };
  };

  it('its trial call is heard, and is no transfer', () => {
    const trial = { code: '00', desc: 'success', success: true, data, signature };
    expect(readers.payos(told(trial), secrets)).toEqual({ outcome: 'taken', notices: [] });
  });

  it('is read where it is signed', () => {
    const body = whole({ orderCode: 7, reference: 'FT26335', description: 'MXABCDEFG' });
    expect(readers.payos(told(body), secrets)).toMatchObject({
      outcome: 'taken',
      notices: [
        { sourceId: `${data.paymentLinkId}:FT26335`, amount: 3_000, note: 'MXABCDEFG', direction: 'in' },
      ],
    });
  });

  it('is refused with one field changed, and without a signature', () => {
    const body = whole({ orderCode: 7 });
    expect(readers.payos(told({ ...body, data: { ...body.data, amount: 3_001 } }), secrets).outcome).toBe(
      'refused',
    );
    expect(readers.payos(told({ ...body, signature: '' }), secrets).outcome).toBe('refused');
    expect(readers.payos(told('x'), secrets).outcome).toBe('refused');
  });

  it('what was not paid is heard and is no transfer', () => {
    expect(readers.payos(told(whole({ orderCode: 7 }, { code: '01' })), secrets)).toEqual({
      outcome: 'taken',
      notices: [],
    });
  });
});

describe('Casso', () => {
  const first = {
    error: 0,
    data: [
      {
        id: 6789,
        tid: 'BANK_REF_ID',
        description: 'giao dich thu nghiem',
        amount: 79000,
        cusum_balance: 20079000,
        when: '2020-10-14 00:34:57',
        bank_sub_acc_id: '123456789',
        subAccId: '123456789',
      },
      { id: 6790, tid: 'OUT', description: 'tra tien', amount: -5000, when: '2020-10-14 00:35:00' },
    ],
  };
  const token = { 'secure-token': 'a-token-of-casso' };

  it('its first form brings several transfers, in and out', () => {
    expect(readers.casso(told(first, token), { cassoToken: 'a-token-of-casso' })).toMatchObject({
      outcome: 'taken',
      notices: [
        { sourceId: '6789', account: '123456789', amount: 79_000, direction: 'in', reference: 'BANK_REF_ID' },
        { sourceId: '6790', account: null, amount: 5_000, direction: 'out' },
      ],
    });
    expect(readers.casso(told(first), { cassoToken: 'a-token-of-casso' }).outcome).toBe('refused');
  });

  const second = {
    error: 0,
    data: {
      reference: 'FT1',
      id: 5,
      description: 'MXABCDEFG',
      amount: 1000,
      transactionDateTime: '2026-12-01 10:00:00',
    },
  };
  const secrets = { cassoSecret: 'a-secret-of-casso' };
  const time = String(at.getTime());
  const signed = (text: string, when = time) => ({
    'x-casso-signature': `t=${when},v1=${hex('sha512', 'a-secret-of-casso', `${when}.${text}`)}`,
  });

  it('its second form is signed over its fields in order, or over the body as it came', () => {
    const body = JSON.stringify(second);
    const { id, amount, description, reference, transactionDateTime } = second.data;
    const inOrder = JSON.stringify({
      data: { amount, description, id, reference, transactionDateTime },
      error: 0,
    });
    for (const text of [body, inOrder]) {
      expect(readers.casso(told(body, signed(text)), secrets)).toMatchObject({
        outcome: 'taken',
        notices: [{ sourceId: '5', amount: 1_000, at }],
      });
    }
    expect(readers.casso(told(body, signed('{}')), secrets).outcome).toBe('refused');
    const old = String(at.getTime() - 301_000);
    expect(readers.casso(told(body, signed(body, old)), secrets).outcome).toBe('refused');
  });

  it('its trial call is heard, and is no transfer', () => {
    const body = JSON.stringify({ error: 0, data: { ...second.data, id: 0 } });
    expect(readers.casso(told(body, signed(body)), secrets)).toEqual({ outcome: 'taken', notices: [] });
  });
});

describe('our own form', () => {
  const secret = 'a secret of our own, long enough for it';
  const body = JSON.stringify({
    transfers: [{ id: '1', amount: 5, at: '2026-12-01T10:00:00+07:00', note: 'a\u0000b' }],
  });
  const headers = (text: string, time = seconds) => ({
    'x-timestamp': time,
    'x-signature': `sha256=${hex('sha256', secret, `${time}.${text}`)}`,
  });

  it('is read where time and body are signed', () => {
    expect(readers.signed(told(body, headers(body)), { signed: secret })).toMatchObject({
      outcome: 'taken',
      notices: [{ sourceId: '1', amount: 5, direction: 'in', account: null, note: 'a b', at }],
    });
    expect(readers.signed(told(body, headers('x')), { signed: secret }).outcome).toBe('refused');
    expect(readers.signed(told(body, headers(body, '1')), { signed: secret }).outcome).toBe('refused');
    expect(readers.signed(told('{}', headers('{}')), { signed: secret }).outcome).toBe('unreadable');
  });
});

it('nobody is listened to without a secret', () => {
  for (const read of Object.values(readers)) expect(read(told({}), {}).outcome).toBe('off');
});

it('reads Vietnam’s time, and no other', () => {
  expect(vietnamTime('2026-12-01 10:00:00')).toEqual(at);
  for (const text of ['', '01/12/2026 10:00', '2026-13-01 10:00:00']) expect(vietnamTime(text)).toBeNull();
});
