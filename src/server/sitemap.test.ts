import { expect, it } from 'vitest';
import { loadRecord } from '../record/load.ts';
import { lastChangeOf, lastChanges } from './sitemap.ts';

it('dates a page by the record, in both languages, and leaves out what nobody dated', async () => {
  const record = await loadRecord({ contentDir: 'tests/record', samples: true });
  const changes = lastChanges(record, '2039-06-15');
  const of = (path: string) => lastChangeOf(`https://ocop.example${path}`, changes);
  expect(of('/san-pham/mam-nem-thu')).toBe('2038-08-05');
  expect(of('/en/san-pham/mam-nem-thu')).toBe('2038-08-05');
  expect(of('/quyet-dinh/ubnd-tinh-thu.101-qd-ubnd.2038-08-05')).toBe('2038-08-05');
  expect(of('/tin-tuc/tin-thu')).toBe(record.newsItem('tin-thu')?.date);
  expect(of('/san-pham/tuong-thu')).toBeUndefined();
  expect(of('/san-pham')).toBeUndefined();
  expect(of('/tem')).toBeUndefined();
});

it('knows no day to come', async () => {
  const record = await loadRecord({ contentDir: 'tests/record', samples: true });
  expect([...lastChanges(record, '2036-12-31').values()].every((day) => day <= '2036-12-31')).toBe(true);
});
