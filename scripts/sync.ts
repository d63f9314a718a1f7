/**
 * Brings Medusa and the search index in line with the content: `npm run sync`, beside `npm start`
 * or with addresses and keys in the environment. Safe to repeat; only what changed is written.
 */
import { todayInVietnam } from '@ocop/rules/date';
import { publishable, readServedRecord } from './commerce/served-record.ts';
import { syncCommerce } from './commerce/sync.ts';
import { readCommandLine } from '../src/config/command-line.mjs';
import { runningEnv } from '../src/config/running.ts';
import { loadRecord } from '../src/record/load.ts';
import { loadUnitTable } from '../src/record/units.ts';
import { searchDocuments } from '../src/search/document.ts';
import { syncDocuments } from '../src/search/sync.server.ts';
import { runScript, ScriptError, setting, tell } from './script.ts';

const { values } = readCommandLine(
  `
npm run sync
npm run sync -- --again SLUG --again SKU

Brings Medusa and the search index in line with the content, beside npm start or with MEDUSA_URL, MEILI_URL
and their keys in the environment. Safe to repeat; only what changed is written. A product waits as long as
the build in RECORD_DIR has no page of it: build and restart the site first. What leaves the content is
taken off sale and comes back as it was. A product or pack that staff deleted in Medusa is left so, unless
--again names it: it is then made anew, with the price and stock of the content.
`,
  { options: { again: { type: 'string', multiple: true } } },
);

await runScript(async () => {
  const env = await runningEnv();
  const record = await loadRecord({ contentDir: env.CONTENT_DIR, samples: env.SAMPLES });
  tell(
    `Content: ${record.products.length} products, ${record.offers.length} offers, ${record.lots.length} lots.`,
  );
  if (!env.MEDUSA_URL && !env.MEILI_URL) {
    throw new ScriptError(
      'Nothing to bring the content to. Run `npm start` beside this, or set MEDUSA_URL and MEILI_URL.',
    );
  }
  const all = searchDocuments(record, todayInVietnam(new Date()), await loadUnitTable());
  const served = await readServedRecord(env.RECORD_DIR);
  const { shop, documents, waiting, leaving } = served
    ? publishable(record, all, served)
    : { shop: record, documents: all, waiting: [], leaving: [] };
  if (!served) {
    tell(`No build lies in ${env.RECORD_DIR} (RECORD_DIR), so nothing tells which pages the site has.`);
  }

  if (env.MEDUSA_URL) {
    const adminKey = setting(env, 'MEDUSA_ADMIN_KEY');
    const target = { medusaUrl: env.MEDUSA_URL, adminKey };
    const done = await syncCommerce(shop, target, progress('Medusa'), new Set(values.again ?? []));
    const { lots, traced, unlinked, leftDeleted, boxesIncomplete, ...products } = done;
    tell(`Medusa products: ${counted(products)}. Lots: ${counted({ ...lots })}.`);
    if (leftDeleted.length > 0) {
      const again = leftDeleted.map((slug) => `--again ${slug}`).join(' ');
      tell(
        `Left out, because staff deleted them in Medusa: ${leftDeleted.join(', ')}. To make them anew: npm run sync -- ${again}`,
      );
    }
    if (boxesIncomplete.length > 0) {
      tell(
        `Gift boxes that are not sold, because staff deleted something they hold: ${boxesIncomplete.join(', ')}. Make the part anew with --again SKU, or take it out of the box.`,
      );
    }
    if (traced.lots + traced.ranges > 0) tell(`Brought in line with their product: ${counted(traced)}.`);
    for (const { product, ...used } of unlinked) {
      tell(
        `No product of the content is or was called "${product}", and lots or stamps are of it: ${counted(used)}.`,
      );
    }
  }
  if (env.MEILI_URL) {
    const target = { url: env.MEILI_URL, key: setting(env, 'MEILI_API_KEY') };
    const { total, written, removed } = await reachable(env.MEILI_URL, () =>
      syncDocuments(documents, target, progress('Search')),
    );
    tell(`Search: ${counted({ documents: total, written, removed })}.`);
  }
  if (waiting.length + leaving.length > 0) tell(behind(waiting, leaving, env.RECORD_DIR));
});

/** That the site was built from another content, and what is to be done. */
function behind(waiting: readonly string[], leaving: readonly string[], recordDir: string): string {
  return [
    `The site in ${recordDir} was built from an earlier content.`,
    ...(waiting.length > 0
      ? [`Not found before it is built again, for it has no page of them: ${some(waiting)}.`]
      : []),
    ...(leaving.length > 0 ? [`It still has pages of: ${some(leaving)}.`] : []),
    'Start `npm start` again, or run `npm run build`, restart the site and then run `npm run sync`.',
  ].join(' ');
}

function some(slugs: readonly string[]): string {
  const shown = slugs.slice(0, 20).join(', ');
  return slugs.length > 20 ? `${shown} and ${slugs.length - 20} more` : shown;
}

function progress(server: string): (state: { step: string; done: number; total: number }) => void {
  return ({ step, done, total }) => tell(`${server}: ${step} ${done} of ${total}`);
}

function counted(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

/** The search client names no address in its error, so the server's is added here. */
async function reachable<T>(address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'MeilisearchRequestError') throw error;
    throw new ScriptError(
      `The search server at ${address} does not answer. Start it with \`npm start\`, or set MEILI_URL to where it runs.`,
    );
  }
}
