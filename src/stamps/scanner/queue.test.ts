import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUEUE_LIMIT, added, answered, readQueue, unanswered, without } from './queue.ts';
import type { Waiting } from './queue.ts';

const read = (n: number) => ({
  path: `/T/${n}`,
  code: `CODE${n}`,
  readAt: new Date(Date.UTC(2026, 10, 1, 0, 0, n)).toISOString(),
  known: n % 2 === 0 ? ('signature' as const) : ('nothing' as const),
});
const filled = (count: number) =>
  Array.from({ length: count }, (_, n) => n).reduce<Waiting[]>((queue, n) => added(queue, read(n)), []);
const paths = (queue: readonly Waiting[]) => queue.map(({ path }) => path);

describe('stamps waiting for a network', () => {
  it('stand newest first and are asked oldest first', () => {
    expect(paths(filled(3))).toEqual(['/T/2', '/T/1', '/T/0']);
    expect(paths(unanswered(filled(3)))).toEqual(['/T/0', '/T/1', '/T/2']);
  });

  it('are one entry each: read again, a stamp is asked about afresh', () => {
    const first = answered(filled(2), '/T/0', 'active', '2026-11-02T00:00:00Z');
    expect(paths(unanswered(first))).toEqual(['/T/1']);
    const again = added(first, { ...read(0), readAt: '2026-11-03T00:00:00Z' });
    expect(paths(again)).toEqual(['/T/0', '/T/1']);
    expect(again[0]).toMatchObject({ verdict: null, askedAt: null, readAt: '2026-11-03T00:00:00Z' });
  });

  it('make room by giving up what was answered, then the oldest', () => {
    const full = answered(filled(QUEUE_LIMIT), '/T/150', 'active', '2026-11-02T00:00:00Z');
    const once = added(full, read(1_000));
    expect(once).toHaveLength(QUEUE_LIMIT);
    expect(paths(once)).not.toContain('/T/150');
    expect(paths(once)).toContain('/T/0');
    const twice = added(once, read(1_001));
    expect(twice).toHaveLength(QUEUE_LIMIT);
    expect(paths(twice)).not.toContain('/T/0');
    expect(paths(twice).slice(0, 2)).toEqual(['/T/1001', '/T/1000']);
  });

  it('can be taken away, and an answer that comes afterwards does not bring them back', () => {
    const rest = without(filled(2), '/T/0');
    expect(paths(rest)).toEqual(['/T/1']);
    expect(answered(rest, '/T/0', 'active', '2026-11-02T00:00:00Z')).toEqual(rest);
  });
});

describe('what the device stored', () => {
  it('is read back as it was written', () => {
    const queue = answered(filled(5), '/T/3', 'recalled', '2026-11-02T00:00:00Z');
    expect(readQueue(JSON.stringify(queue))).toEqual(queue);
    expect(readQueue(null)).toEqual([]);
  });

  it('is never trusted: nonsense is left out, and no entry leads to another site', () => {
    const [good] = filled(1);
    const bad = ['//evil.example', '/\\evil.example', 'https://evil.example', ''].map((path) => ({
      ...good,
      path,
    }));
    expect(readQueue(JSON.stringify([...bad, null, 7, {}, { ...good, known: 'genuine' }, good]))).toEqual([
      good,
    ]);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const { path } of readQueue(text)) expect(path).toMatch(/^\/[^/\\]?/);
      }),
    );
  });
});
