import { expect, test } from 'vitest';
import { failureError, failureIn, smtpFailure } from './failure.ts';

test.each([
  [{ code: 'ECONNECTION' }, 'server', 'ECONNECTION'],
  [{ code: 'EAUTH', responseCode: 535 }, 'server', 'EAUTH'],
  [{ code: 'EENVELOPE', responseCode: 550 }, 'refused', '550'],
  [{ code: 'EENVELOPE', responseCode: 450 }, 'message', '450'],
  [{ code: 'EMESSAGE', responseCode: 421 }, 'server', '421'],
  [{ code: 'ENOSPC' }, 'server', 'ENOSPC'],
  [new Error('550 <an@example.com> unknown'), 'message', 'unknown'],
  [null, 'message', 'unknown'],
])('%o', (error, reach, code) => {
  expect(smtpFailure(error)).toEqual({ reach, code });
});

test('goes through Medusa as text, and takes no address with it', () => {
  const { message } = failureError({ reach: 'refused', code: '550 <an@example.com>' });
  expect(message).not.toContain('@');
  const wrapped = new Error(`Failed to send notification with id noti_1:\n${message}`);
  expect(failureIn(wrapped)).toEqual({ reach: 'refused', code: '550anexamplecom' });
  expect(failureIn(new Error('an@example.com is unknown'))).toEqual({ reach: 'message', code: 'unknown' });
});
