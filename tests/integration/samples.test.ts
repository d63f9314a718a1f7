/** The one setting that leaves made-up data out, proven on a whole build. */
import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testStack } from '../support/stack.ts';

/** Inside the repository: a build finds its packages from where it stands. */
let dir: string;
const page = (file: string) => readFileSync(join(dir, 'dist/client', file), 'utf8');

beforeAll(async () => {
  dir = await mkdtemp(resolve('.astro/no-samples-'));
  await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
    env: {
      ...process.env,
      CONTENT_DIR: testStack().env.CONTENT_DIR,
      SAMPLES: 'off',
      OUT_DIR: join(dir, 'dist'),
      DATA_DIR: join(dir, 'data'),
    },
  });
}, 240_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

test('no page offers, prices, exhibits or marks a sample', () => {
  const pages = globSync('**/*.html', { cwd: join(dir, 'dist/client') });
  expect(pages.length).toBeGreaterThan(60);
  // The terms and the about page explain the words; no other page may need them.
  const spoken = pages.filter((file) => /dữ liệu mẫu|sample data/i.test(page(file)));
  expect(spoken.filter((file) => !/(gioi-thieu|dieu-khoan)\.html$/.test(file))).toEqual([]);
  expect(page('san-pham/mam-nem-thu.html')).not.toContain('₫');
  expect(page('hoi-cho.html')).not.toContain('Hội chợ mẫu');
});

test('the record itself stays whole, stars included', () => {
  expect(page('san-pham/mam-nem-thu.html')).toContain('101/QĐ-UBND');
  expect(existsSync(join(dir, 'dist/client/san-pham/binh-gom-hoa-sen-thu.html'))).toBe(true);
});
