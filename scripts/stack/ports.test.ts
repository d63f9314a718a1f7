import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { anyPort, freePort } from './ports.ts';

it('gives the wished port where it is free, else the next free one', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const { port } = holder.address() as AddressInfo;
  try {
    const next = await freePort(port, '127.0.0.1');
    expect(next).toBeGreaterThan(port);
    expect(next).toBeLessThanOrEqual(port + 50);
    expect(await freePort(port), 'taken on one address is taken for all of them').not.toBe(port);
  } finally {
    await new Promise((resolve) => holder.close(resolve));
  }
  expect(await freePort(port, '127.0.0.1')).toBe(port);
});

it('finds a port of any number', async () => {
  expect(await anyPort('127.0.0.1')).toBeGreaterThan(0);
});
