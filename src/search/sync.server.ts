import { Meilisearch, MeilisearchApiError, type EnqueuedTaskPromise, type Settings } from 'meilisearch';
import { todayInVietnam, type PlainDate } from '@ocop/rules/date';
import type { PublicRecord } from '../record/types.ts';
import { loadUnitTable } from '../record/units.ts';
import { INDEX, indexSettings } from './definition.ts';
import { searchDocuments, type SearchDocument } from './document.ts';

/** Documents sent, fetched or removed at a time: a few megabytes. */
const BATCH = 1000;

/** Longest wait for one task of the search server, milliseconds. */
const TASK_TIMEOUT_MS = 300_000;

/** Where to write. `key` must be allowed to change indexes, settings and documents. */
export interface SearchTarget {
  url: string;
  key: string;
  /** Name of the index; the site's own when left out. */
  index?: string;
  /** The day stars and states are computed for; today in Vietnam when left out. */
  today?: PlainDate;
}

/** How far a sync has come; `done` of `total` in pieces of the step. */
export interface SyncProgress {
  step: 'settings' | 'documents' | 'removals';
  done: number;
  total: number;
}

/** What a sync changed. All zero and false when the index was up to date. */
export interface SyncReport {
  total: number;
  written: number;
  removed: number;
  settingsChanged: boolean;
}

/** Thrown when the search server refused or failed a task; says which and why. */
export class SearchSyncError extends Error {
  constructor(step: SyncProgress['step'], reason: string) {
    super(
      `The search index could not be brought up to date (${step}): ${reason}. ` +
        'Nothing else was changed; run the sync again once that is put right.',
    );
    this.name = 'SearchSyncError';
  }
}

/**
 * Brings the search index to what the record says. Only documents whose content changed are sent,
 * those that left the record are removed, and the call returns when the server has finished, so that
 * the next search sees the result. Running it again changes nothing; a run that broke off is made
 * good by the next one.
 * @throws SearchSyncError when the server fails a task, MeilisearchRequestError when it is away
 */
export async function syncSearch(
  record: PublicRecord,
  target: SearchTarget,
  onProgress: (progress: SyncProgress) => void = () => {},
): Promise<SyncReport> {
  const day = target.today ?? todayInVietnam(new Date());
  const documents = searchDocuments(record, day, await loadUnitTable());
  return syncDocuments(documents, target, onProgress);
}

/** The same for documents already at hand. */
export async function syncDocuments(
  documents: readonly SearchDocument[],
  target: SearchTarget,
  onProgress: (progress: SyncProgress) => void = () => {},
): Promise<SyncReport> {
  const client = new Meilisearch({ host: target.url, apiKey: target.key });
  const uid = target.index ?? INDEX;
  await ensureIndex(client, uid);
  const index = client.index<SearchDocument>(uid);

  const settingsChanged = !sameSettings(await index.getSettings(), indexSettings);
  onProgress({ step: 'settings', done: 0, total: settingsChanged ? 1 : 0 });
  if (settingsChanged) {
    await finished('settings', index.updateSettings(indexSettings));
    onProgress({ step: 'settings', done: 1, total: 1 });
  }

  const held = await heldHashes(client, uid);
  const changed = documents.filter(({ id, hash }) => held.get(id) !== hash);
  await inBatches(changed, 'documents', onProgress, (batch) => index.addDocuments(batch));

  const current = new Set(documents.map(({ id }) => id));
  const gone = [...held.keys()].filter((id) => !current.has(id));
  await inBatches(gone, 'removals', onProgress, (batch) => index.deleteDocuments(batch));

  return { total: documents.length, written: changed.length, removed: gone.length, settingsChanged };
}

async function ensureIndex(client: Meilisearch, uid: string): Promise<void> {
  try {
    await client.getRawIndex(uid);
  } catch (error) {
    if (!(error instanceof MeilisearchApiError) || error.cause?.code !== 'index_not_found') throw error;
    await finished('settings', client.createIndex(uid, { primaryKey: 'id' }));
  }
}

/** Hash of every document the server holds, by its id. */
async function heldHashes(client: Meilisearch, uid: string): Promise<Map<string, string>> {
  const held = new Map<string, string>();
  for (let offset = 0; ; offset += BATCH) {
    const page = await client
      .index<SearchDocument>(uid)
      .getDocuments({ fields: ['id', 'hash'], limit: BATCH, offset });
    for (const { id, hash } of page.results) held.set(id, hash);
    if (page.results.length < BATCH) return held;
  }
}

async function inBatches<T>(
  items: T[],
  step: SyncProgress['step'],
  onProgress: (progress: SyncProgress) => void,
  send: (batch: T[]) => EnqueuedTaskPromise,
): Promise<void> {
  onProgress({ step, done: 0, total: items.length });
  // All are sent before the first is waited for: the server indexes waiting batches together.
  const sent: { upTo: number; task: EnqueuedTaskPromise }[] = [];
  for (let from = 0; from < items.length; from += BATCH) {
    const batch = items.slice(from, from + BATCH);
    const task = send(batch);
    await task;
    sent.push({ upTo: from + batch.length, task });
  }
  for (const { upTo, task } of sent) {
    await finished(step, task);
    onProgress({ step, done: upTo, total: items.length });
  }
}

async function finished(step: SyncProgress['step'], sent: EnqueuedTaskPromise): Promise<void> {
  const task = await sent.waitTask({ timeout: TASK_TIMEOUT_MS });
  if (task.status !== 'succeeded') throw new SearchSyncError(step, task.error?.message ?? task.status);
}

/** Lists the server hands back in an order of its own; every other list's order means something. */
const unordered = new Set([
  'filterableAttributes',
  'sortableAttributes',
  'disableOnAttributes',
  'disableOnWords',
]);

/** Whether the server already holds every setting asked for; those not asked for do not matter. */
function sameSettings(held: Settings, wanted: Settings): boolean {
  return covers(held, wanted, '');
}

function covers(held: unknown, wanted: unknown, name: string): boolean {
  if (Array.isArray(wanted) && Array.isArray(held)) {
    const [a, b] = unordered.has(name) ? [held.toSorted(), wanted.toSorted()] : [held, wanted];
    return a.length === b.length && a.every((item, at) => covers(item, b[at], ''));
  }
  if (isObject(wanted) && isObject(held)) {
    const exact = name !== 'synonyms' || Object.keys(held).length === Object.keys(wanted).length;
    return exact && Object.keys(wanted).every((key) => covers(held[key], wanted[key], key));
  }
  return held === wanted;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
