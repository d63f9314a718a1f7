import { describe, expect, it } from 'vitest';
import { typedReading } from './typed.ts';
import type { ScannerContext } from './reading.ts';

const context: ScannerContext = { hosts: ['cho.example'], lang: 'en' };
const code = '0123456789ABCDEFGHJK';

describe('a code typed without a network', () => {
  it('is taken forgivingly, to be asked about later', () => {
    for (const typed of [code, ' oi234 56789-abcde fghjk ', code.toLowerCase()]) {
      expect(typedReading(typed, context)).toEqual({ kind: 'code', code, path: `/en/tem?ma=${code}` });
    }
  });

  it('of ten characters is for scanning', () => {
    expect(typedReading('abcde-fghjk', context)).toEqual({ kind: 'signed' });
  });

  it('too short, or with a strange character, is told with its length', () => {
    expect(typedReading('abc', context)).toEqual({ kind: 'odd', length: 3 });
    expect(typedReading('u123456789abcdefghjk', context)).toEqual({ kind: 'odd', length: 20 });
    expect(typedReading('  ', context)).toEqual({ kind: 'odd', length: 0 });
  });

  it('may be a whole address, with or without its scheme', () => {
    const reading = { kind: 'address', reading: { kind: 'ours', path: `/en/T/${code}` } };
    expect(typedReading(`cho.example/T/${code}`, context)).toEqual(reading);
    expect(typedReading(`https://cho.example/T/${code}`, context)).toEqual(reading);
    expect(typedReading('evil.example/x', context)).toMatchObject({ reading: { kind: 'foreign' } });
  });
});
