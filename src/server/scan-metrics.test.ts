import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { metrics } from '../log/metrics.ts';

it('the metrics tell how the scans of this machine fare', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'scan-metrics-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  process.env.DATA_DIR = dir;
  await import('./scan-metrics.server.ts');
  const text = await metrics.metrics();
  for (const name of ['waiting', 'oldest_waiting_seconds', 'rejected_total', 'redated_total', 'lost_total']) {
    expect(text).toContain(`\nocop_scans_${name} 0\n`);
  }
});
