import { expect, it } from 'vitest';
import { bodyProblem, REPORT_BYTES } from './body-limit.ts';

const sent = (headers: Record<string, string>) => ({ headers });

it('keeps forms small, and lets a photo in at the report form alone', () => {
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
  const photo = sent({ 'content-length': String(6 * 1024 * 1024), ...multipart });
  expect(bodyProblem(sent({}), '/gio-hang')).toBeNull();
  expect(bodyProblem(sent({ 'content-length': '262144' }), '/gio-hang')).toBeNull();
  expect(bodyProblem(sent({ 'content-length': '262145' }), '/gio-hang')).toBe('too-large');
  expect(bodyProblem(photo, '/bao-lai')).toBeNull();
  expect(bodyProblem(photo, '/en/bao-lai')).toBeNull();
  expect(bodyProblem(sent({ 'content-length': '262145' }), '/bao-lai')).toBe('too-large');
  expect(bodyProblem(photo, '/bao-lai/da-nhan')).toBe('too-large');
  expect(bodyProblem(sent({ 'content-length': String(REPORT_BYTES + 1), ...multipart }), '/bao-lai')).toBe(
    'too-large',
  );
});

it('wants to know the length beforehand', () => {
  expect(bodyProblem(sent({ 'transfer-encoding': 'chunked' }), '/bao-lai')).toBe('unknown-length');
});
