import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stateOfDisk, stateOfTrial, statusOf, type CheckName, type CheckState } from './readiness.server.ts';

const fine: Record<CheckName, CheckState> = {
  ...{ database: 'ok', medusa: 'ok', search: 'ok', disk: 'ok', scans: 'ok', settings: 'ok' },
};

describe('statusOf', () => {
  it('is ok where all is, and where a part was never set up', () => {
    expect(statusOf(fine)).toBe('ok');
    expect(statusOf({ ...fine, medusa: 'not-configured', search: 'not-configured' })).toBe('ok');
  });

  it.each(['database', 'medusa', 'search', 'scans', 'settings'] as const)(
    'is degraded without %s: another process could do no better',
    (part) => expect(statusOf({ ...fine, [part]: 'failing' })).toBe('degraded'),
  );

  it('is unable where this process cannot take scans', () => {
    expect(statusOf({ ...fine, disk: 'failing' })).toBe('unable');
    const all = { database: 'failing', medusa: 'failing', search: 'failing', scans: 'failing' } as const;
    expect(statusOf({ ...all, disk: 'failing', settings: 'failing' })).toBe('unable');
  });
});

describe('stateOfDisk', () => {
  it('is ok for a folder that can be written to, and makes it', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'disk-test-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    expect(await stateOfDisk(path.join(dir, 'scans'))).toBe('ok');
  });

  it('is failing where there can be no such folder', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'disk-test-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    await writeFile(path.join(dir, 'file'), '');
    await chmod(path.join(dir, 'file'), 0o400);
    expect(await stateOfDisk(path.join(dir, 'file', 'scans'))).toBe('failing');
  });
});

describe('stateOfTrial', () => {
  it('is ok where the disk takes something again, and leaves nothing behind', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'disk-test-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    expect(await stateOfTrial(dir)).toBe('ok');
    expect(await readdir(dir)).toEqual([]);
    expect(await stateOfTrial(path.join(dir, 'none'))).toBe('failing');
  });
});
