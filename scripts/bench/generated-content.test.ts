import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadRecord } from '../../src/record/load.ts';
import { writeGeneratedContent } from './generated-content.ts';

it('is a record that loads: as many products as were asked for, half of them recognised', async () => {
  const contentDir = await mkdtemp(path.join(tmpdir(), 'generated-content-'));
  try {
    await writeGeneratedContent(contentDir, 60);
    const record = await loadRecord({ contentDir, samples: true });
    expect(record.products).toHaveLength(60);
    expect(record.products.filter(({ slug }) => record.recognitionsOf(slug).length > 0)).toHaveLength(30);
  } finally {
    await rm(contentDir, { recursive: true, force: true });
  }
});
