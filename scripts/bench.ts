/**
 * `npm run bench [-- build|codes|orders|phone|print|requests|stamps|search]`: how fast the site is, as ratios against a
 * bare Astro project measured in the same run on the same machine (stamp codes: against one HMAC;
 * sheets of stamps: against encoding their symbols).
 * `--against DIR` measures an earlier build beside this one where pages are loaded on a phone;
 * `--sizes 1000,5000` builds that many products.
 * Prints Markdown for docs/benchmarks.md.
 */
import { mkdir, rm } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { readCommandLine, WRONG_USAGE } from '../src/config/command-line.mjs';
import { measureBuild } from './bench/build-times.ts';
import { measureCodes } from './bench/code-rates.ts';
import { startBareServer, startLiveSite, type BareServer, type LiveSite } from './bench/live-site.ts';
import { measureOrders } from './bench/order-times.ts';
import { measurePhone, phoneTable } from './bench/phone.ts';
import { startPhoneSites } from './bench/phone-sites.ts';
import { measurePrint } from './bench/print-times.ts';
import { measureRequests, type RequestRate, type Target } from './bench/request-rates.ts';
import { measureSearch } from './bench/search-times.ts';
import { measureStamps, type StampRate } from './bench/stamp-rates.ts';

const PARTS = ['build', 'codes', 'orders', 'phone', 'print', 'requests', 'stamps', 'search'];
const BUILD_SIZES = [1_000, 5_000, 20_000];
const PRINT_SIZES = [10_000, 100_000];
const ORDER_SIZES = [1, 20];
const PHONE_ROUNDS = 5;
const SEARCH_SIZES = [1_000, 20_000];

const root = resolve(import.meta.dirname, '..');
// Below the repository, so that the bare projects find the same Astro.
const workDir = join(root, '.data', 'bench');
const { values: options, positionals } = readCommandLine(
  `
npm run bench -- [${PARTS.join('|')} …] [--against DIR] [--sizes N,N]

How fast the site is, beside a bare Astro project measured in the same run, as Markdown for
docs/benchmarks.md; all parts if none is named. --against DIR measures an earlier build beside this one where
pages are loaded on a phone; --sizes 1000,5000 builds that many products.
`,
  { options: { against: { type: 'string' }, sizes: { type: 'string' } }, words: PARTS.length },
);
const selected = new Set(positionals);
const wants = (part: string) => selected.size === 0 || selected.has(part);
const buildSizes = options.sizes?.split(',').map(Number) ?? BUILD_SIZES;
const say = (line: string) => process.stderr.write(`${line.trimEnd()}\n`);
const print = (line: string) => process.stdout.write(`${line}\n`);

const unknown = [...selected].filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  say(`There is no benchmark '${unknown.join("', '")}'. Write ${PARTS.join(', ')}, or nothing for all.`);
  process.exit(WRONG_USAGE);
}

await rm(workDir, { recursive: true, force: true });
await mkdir(workDir, { recursive: true });
print(
  `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
    `Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.`,
);

if (wants('build')) await benchBuild();
if (wants('codes')) benchCodes();
if (wants('phone')) await benchPhone();
if (wants('print')) await benchPrint();
if (['orders', 'requests', 'stamps', 'search'].some(wants)) await benchLive();
await rm(workDir, { recursive: true, force: true });

async function benchBuild(): Promise<void> {
  print(
    '\n| products | HTML pages | build s | bare Astro s | ratio | ms a page |\n|---|---|---|---|---|---|',
  );
  for (const products of buildSizes) {
    say(`Building ${products} products …`);
    const time = await measureBuild(root, workDir, products);
    print(
      `| ${products} | ${time.pages} | ${time.seconds.toFixed(1)} | ${time.bareSeconds.toFixed(1)} | ` +
        `${time.ratio.toFixed(1)} | ${time.millisecondsPerPage.toFixed(2)} |`,
    );
  }
}

function benchCodes(): void {
  print('\n| stamp codes | a second | in HMAC-SHA-256 |\n|---|---|---|');
  for (const { name, perSecond, hmacs } of measureCodes()) {
    print(`| ${name} | ${Math.round(perSecond)} | ${hmacs.toFixed(1)} |`);
  }
}

async function benchPhone(): Promise<void> {
  say('Building and serving the pages …');
  const sites = await startPhoneSites(root, workDir, options.against ?? null);
  try {
    print('');
    for (const line of phoneTable(await measurePhone(sites.targets, PHONE_ROUNDS, say))) print(line);
  } finally {
    sites.stop();
  }
}

async function benchPrint(): Promise<void> {
  print(
    '\n| stamps printed | s per 10,000 | MB per 10,000 | peak MB | ratio to encoding the QR |\n|---|---|---|---|---|',
  );
  for (const stamps of PRINT_SIZES) {
    say(`Printing ${stamps} stamps …`);
    const time = await measurePrint(stamps);
    print(
      `| ${stamps} | ${time.secondsPer10k.toFixed(1)} | ${time.megabytesPer10k.toFixed(2)} | ` +
        `${Math.round(time.peakMegabytes)} | ${time.ratio.toFixed(1)} |`,
    );
  }
}

async function benchLive(): Promise<void> {
  const site = await startLiveSite(workDir, say);
  const bare = await startBareServer(root, workDir);
  try {
    if (wants('orders')) await benchOrders(site);
    if (wants('requests')) await benchRequests(site.url, bare.url);
    if (wants('stamps')) await benchStamps(site, bare);
    if (wants('search') && site.meili) {
      print('\n| products | searches | p50 ms | p95 ms |\n|---|---|---|---|');
      for (const products of SEARCH_SIZES) {
        say(`Indexing and searching ${products} products …`);
        const time = await measureSearch(site.meili, join(workDir, `search-${products}`), products);
        print(`| ${products} | ${time.searches} | ${time.p50.toFixed(1)} | ${time.p95.toFixed(1)} |`);
      }
    }
  } finally {
    bare.stop();
    await site.stop();
  }
}

async function benchOrders(site: LiveSite): Promise<void> {
  print(
    '\n| buyers at once | p50 s | slowest s | failures | processor s an order: site | PostgreSQL | Medusa |',
  );
  print('|---|---|---|---|---|---|---|');
  for (const { buyers, p50, slowest, failures, cost } of await measureOrders(site, ORDER_SIZES)) {
    const costs = ['Site', 'PostgreSQL', 'Medusa'].map((name) => cost?.[name]?.toFixed(2) ?? '–');
    print(`| ${buyers} | ${p50.toFixed(2)} | ${slowest.toFixed(2)} | ${failures} | ${costs.join(' | ')} |`);
  }
}

async function benchRequests(url: string, bareUrl: string): Promise<void> {
  const targets: Target[] = [
    { name: 'bare on-demand Astro page', url: bareUrl, paths: ['/'] },
    { name: 'product page (static)', url, paths: ['/san-pham/binh-gom-hoa-canh-hoa-sen'] },
    { name: '/api/availability', url, paths: ['/api/availability?sku=LUA-NHA-XA-M1'] },
  ];
  print('\n| page | requests/s | ratio to bare | p50 ms | p99 ms | failures |\n|---|---|---|---|---|---|');
  for (const rate of await measureRequests(targets, say)) print(`| ${rate.name} ${figures(rate)}`);
}

async function benchStamps(site: LiveSite, bare: BareServer): Promise<void> {
  print(`\nLoad average before: ${loadavg()[0]?.toFixed(1)}. Processor time in µs a request.`);
  print(
    '\n| stamps issued | scans stored | page | requests/s | ratio to bare | p50 ms | p99 ms | failures ' +
      '| site | PostgreSQL | Medusa | load program | processor ratio |' +
      `\n${'|---'.repeat(13)}|`,
  );
  for await (const { stamps, scans, rates } of measureStamps(site, bare, say)) {
    for (const rate of rates) print(`| ${stamps} | ${scans} | ${rate.name} ${figures(rate)} ${costs(rate)}`);
  }
}

function costs({ cost, costRatio }: StampRate): string {
  if (!cost) return '– | – | – | – | – |';
  const { Site, PostgreSQL, Medusa } = cost.of;
  const times = [Site, PostgreSQL, Medusa, cost.load].map((time) => Math.round(time));
  return `${times.join(' | ')} | ${costRatio?.toFixed(2) ?? '–'} |`;
}

function figures(rate: Omit<RequestRate, 'name'>): string {
  return (
    `| ${Math.round(rate.requestsPerSecond)} | ${rate.ratio.toFixed(2)} | ` +
    `${rate.p50} | ${rate.p99} | ${rate.failures} |`
  );
}
