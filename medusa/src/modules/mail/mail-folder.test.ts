import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { eraseOldMail, MAIL_FILE_DAYS, writeMail } from './mail-folder.ts';

const DAY_MS = 24 * 60 * 60_000;
const now = Date.UTC(2039, 5, 15);
let dir: string;
let folder: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'mail-folder-'));
  folder = path.join(dir, 'order-mail');
});
afterEach(() => rm(dir, { recursive: true }));

test('a message is a file that only this user reads; the same again replaces it', async () => {
  await writeMail(folder, '<1@x>', Buffer.from('one'), now);
  await writeMail(folder, '<1@x>', Buffer.from('two'), now);
  await writeMail(folder, '<../../2@x>', Buffer.from('other'), now);
  const names = await readdir(folder);
  expect(names).toHaveLength(2);
  for (const name of names) {
    expect(name).toMatch(/^[\da-f]{32}\.eml$/);
    expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);
  }
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  const contents = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  expect(contents.toSorted()).toEqual(['other', 'two']);
});

test('is erased after its time, and no other file', async () => {
  expect(await eraseOldMail(folder, now)).toBe(0);
  await writeMail(folder, 'old', Buffer.from('x'), now - (MAIL_FILE_DAYS + 1) * DAY_MS);
  await writeMail(folder, 'new', Buffer.from('x'), now - (MAIL_FILE_DAYS - 1) * DAY_MS);
  expect(await eraseOldMail(folder, now)).toBe(1);
  expect(await readdir(folder)).toHaveLength(1);
});
