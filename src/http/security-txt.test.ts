import { expect, it } from 'vitest';
import { securityTxt } from './security-txt.ts';

it('names a contact, a day less than a year ahead and its own address', () => {
  const text = securityTxt('mailto:an@cho.example', 'https://cho.example', new Date('2039-06-15T02:00:00Z'));
  expect(text).toBe(
    [
      'Contact: mailto:an@cho.example',
      'Expires: 2039-12-12T00:00:00Z',
      'Preferred-Languages: vi, en',
      'Canonical: https://cho.example/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});
