import path from 'node:path';
import { z } from 'zod';
import { ensureAdmin } from '../commerce/admin-user.ts';
import { bootstrap, type StoreKeys } from '../commerce/bootstrap.ts';
import { syncCommerce, type SyncSummary } from '../commerce/sync.ts';
import type { PublicRecord } from '../../src/record/types.ts';
import { syncSearch } from '../../src/search/sync.server.ts';
import { readJson, writePrivateJson } from './files.ts';
import type { SearchServer } from './meilisearch.ts';
import type { Step } from './progress.ts';
import type { Secrets } from './secrets.ts';

const storeKeys = z.object({ publishableKey: z.string(), adminKey: z.string() });

/** A Medusa this start runs itself. */
export interface OwnMedusa {
  url: string;
  serverDir: string;
  env: Record<string, string>;
}

/**
 * Makes sure that staff can log in and that the shop has its region, channel and keys. Safe to
 * repeat; the keys are stored in the data folder, because Medusa shows a secret key only once.
 */
export async function prepareShop(
  medusa: OwnMedusa,
  admin: Secrets['admin'],
  dataDir: string,
  step: Step,
): Promise<StoreKeys> {
  const location = path.join(dataDir, 'keys.json');
  const known = storeKeys.safeParse(await readJson(location));
  await ensureAdmin({
    medusaUrl: medusa.url,
    email: admin.email,
    password: admin.password,
    serverDir: medusa.serverDir,
    env: medusa.env,
  });
  const keys = await bootstrap({
    medusaUrl: medusa.url,
    email: admin.email,
    password: admin.password,
    adminKey: known.success ? known.data.adminKey : undefined,
    publishableKey: known.success ? known.data.publishableKey : undefined,
    onProgress: known.success ? undefined : (done) => step.note(`Shop: ${done}`),
  });
  await writePrivateJson(location, keys);
  return keys;
}

export interface SyncTargets {
  medusa: { url: string; adminKey: string } | null;
  search: SearchServer | null;
}

/** Brings Medusa and the search index to what the content says, and says what changed. */
export async function syncContent(record: PublicRecord, targets: SyncTargets, step: Step): Promise<string> {
  const outcomes: string[] = [];
  if (targets.medusa) {
    const { url, adminKey } = targets.medusa;
    const told = inSteps((text) => step.note(`Medusa: ${text}`));
    outcomes.push(commerceSummary(await syncCommerce(record, { medusaUrl: url, adminKey }, told)));
  }
  if (targets.search) {
    const told = inSteps((text) => step.note(`Search: ${text}`));
    const { url, apiKey: key } = targets.search;
    const { total, written, removed } = await syncSearch(record, { url, key }, told);
    outcomes.push(`search: ${total} products, ${written} written, ${removed} removed`);
  }
  return outcomes.join('; ') || 'nothing to bring them to';
}

function commerceSummary(summary: SyncSummary): string {
  const { created, updated, returned, withdrawn, leftDeleted, unchanged, stocked, boxesIncomplete, lots } =
    summary;
  const told = Object.entries(lots)
    .map(([what, count]) => `${String(count)} ${what}`)
    .join(', ');
  const left = leftDeleted.length > 0 ? `, ${leftDeleted.length} left out because staff deleted them` : '';
  const boxes = boxesIncomplete.length > 0 ? `, gift boxes without a part ${boxesIncomplete.join(' ')}` : '';
  return (
    `Medusa: ${created} products created, ${updated} changed, ${returned} on sale again, ${withdrawn} taken off sale${left}, ` +
    `${unchanged} as they were, ${stocked} packs stocked${boxes}, lots ${told}`
  );
}

/** Every tenth of a step at most is worth a line. */
function inSteps(
  tell: (text: string) => void,
): (progress: { step: string; done: number; total: number }) => void {
  let last = '';
  return ({ step, done, total }) => {
    if (total === 0) return;
    const line = `${step} ${Math.floor((done / total) * 10) * 10}%`;
    if (line === last) return;
    last = line;
    tell(`${step} ${done} of ${total}`);
  };
}
