import { describe, expect, it } from 'vitest';
import { createLogger, type LogFields } from './logger.ts';

function logged(level: Parameters<typeof createLogger>[0] = 'info') {
  const lines: string[] = [];
  const logger = createLogger(level, (line) => lines.push(line));
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('a log line', () => {
  it('is one JSON object with level, time and message', () => {
    const { logger, lines, last } = logged();
    logger.warn({ component: 'search', failures: 3 }, 'Search failed');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.endsWith('}\n')).toBe(true);
    expect(last()).toMatchObject({ level: 'warn', component: 'search', failures: 3, msg: 'Search failed' });
    expect(new Date(String(last().time)).getTime()).toBeGreaterThan(Date.now() - 10_000);
  });

  it('holds listed fields only', () => {
    const { logger, last } = logged();
    const fields = { route: '/tem', phone: '0912345678', url: '/tem?ma=1ABC', headers: { cookie: 'x' } };
    logger.info(fields as LogFields, 'Asked');
    expect(Object.keys(last()).sort()).toEqual(['level', 'msg', 'pid', 'route', 'time']);
  });

  it('is written from its level on', () => {
    const { logger, lines } = logged('warn');
    logger.info({}, 'not this');
    logger.error({}, 'this');
    expect(lines).toHaveLength(1);
    const silent = logged('silent');
    silent.logger.error({}, 'nor this');
    expect(silent.lines).toEqual([]);
  });

  it('tells an error without what hangs on it', () => {
    const { logger, last } = logged();
    const err = Object.assign(new TypeError('broken'), {
      code: 'E1',
      detail: 'Key (phone)=(0912345678) exists',
      cause: new Error('inner'),
    });
    logger.error({ err }, 'Request failed');
    const told = last().err as Record<string, string>;
    expect(told).toMatchObject({ type: 'TypeError', message: 'broken', code: 'E1' });
    expect(Object.keys(told).sort()).toEqual(['code', 'message', 'stack', 'type']);
    expect(told.stack?.split('\n').length).toBeLessThanOrEqual(8);
  });

  it('has no text of people in a reason', () => {
    const { logger, last } = logged();
    logger.warn({ reason: 'no order for 0912 345 678 at /don-hang/order_1.abc' }, 'Failed');
    expect(last().reason).toBe('no order for [redacted] at /don-hang/[redacted]');
  });
});
