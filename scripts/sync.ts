/**
 * Brings Medusa and the search index in line with the content: `npm run sync`, beside `npm start`
 * or with addresses and keys in the environment. Safe to repeat; only what changed is written.
 */
import { syncCommerce } from './commerce/sync.ts';
import { readCommandLine } from '../src/config/command-line.mjs';
import { runningEnv } from '../src/config/running.ts';
import { loadRecord } from '../src/record/load.ts';
import { syncSearch } from '../src/search/sync.server.ts';
import { runScript, ScriptError, setting, tell } from './script.ts';

const { values } = readCommandLine(
  `
npm run sync
npm run sync -- --again SLUG --again SKU

Brings Medusa and the search index in line with the content, beside npm start or with MEDUSA_URL, MEILI_URL
and their keys in the environment. Safe to repeat; only what changed is written. What leaves the content is
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

  if (env.MEDUSA_URL) {
    const adminKey = setting(env, 'MEDUSA_ADMIN_KEY');
    const target = { medusaUrl: env.MEDUSA_URL, adminKey };
    const done = await syncCommerce(record, target, progress('Medusa'), new Set(values.again ?? []));
    const { lots, traced, unlinked, leftDeleted, ...products } = done;
    tell(`Medusa products: ${counted(products)}. Lots: ${counted({ ...lots })}.`);
    if (leftDeleted.length > 0) {
      const again = leftDeleted.map((slug) => `--again ${slug}`).join(' ');
      tell(
        `Left out, because staff deleted them in Medusa: ${leftDeleted.join(', ')}. To make them anew: npm run sync -- ${again}`,
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
      syncSearch(record, target, progress('Search')),
    );
    tell(`Search: ${counted({ documents: total, written, removed })}.`);
  }
});

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
