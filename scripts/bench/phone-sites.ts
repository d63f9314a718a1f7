/** Serves the builds that the phone benchmark compares, by themselves: no database, shop or search server. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildStampCode } from '@ocop/rules/stamps/stamp-code';
import { readStampKeyring } from '@ocop/rules/stamps/stamp-keyring-json';
import { freePort } from '../stack/ports.ts';
import { runNode } from './build-times.ts';
import { startBareServer } from './live-site.ts';
import type { PhoneTarget } from './phone.ts';

const GTIN = '9506000010915';
const stampKeys = JSON.stringify({ current: '1', epochs: { 1: randomBytes(32).toString('base64') } });

interface ServedSite {
  name: string;
  url: string;
  stop(): void;
}

/** Pages of every kind on every site: "now", "before" where an earlier build is given, and "bare". */
export interface PhoneSites {
  targets: PhoneTarget[];
  stop(): void;
}

/**
 * Builds this checkout, and serves it beside an earlier build: a folder that `npm run build` wrote. That
 * one is served by the checkout it lies in where there is one, because its server fits its pages.
 */
export async function startPhoneSites(
  root: string,
  workDir: string,
  against: string | null,
): Promise<PhoneSites> {
  const distDir = join(workDir, 'dist');
  await runNode(root, [join(root, 'scripts/build.ts')], {
    OUT_DIR: distDir,
    DATA_DIR: join(workDir, 'data'),
    SAMPLES: 'on',
  });
  const sites = [await serve('now', root, distDir, workDir)];
  try {
    if (against !== null) {
      const checkout = dirname(resolve(against));
      const own = existsSync(join(checkout, 'src/server/main.ts')) ? checkout : root;
      sites.push(await serve('before', own, resolve(against), workDir));
    }
    const bare = await startBareServer(root, workDir);
    const pages = await pagesOn(sites);
    return {
      targets: [
        { label: 'bare page', site: 'bare', url: bare.url },
        ...pages.flatMap(({ label, path }) =>
          sites.map(({ name, url }) => ({ label, site: name, url: url + path })),
        ),
      ],
      stop() {
        bare.stop();
        for (const site of sites) site.stop();
      },
    };
  } catch (error) {
    for (const site of sites) site.stop();
    throw error;
  }
}

async function serve(name: string, checkout: string, distDir: string, workDir: string): Promise<ServedSite> {
  const port = await freePort(4700, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, [join(checkout, 'src/server/main.ts'), distDir], {
    cwd: checkout,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: url,
      DATA_DIR: join(workDir, `data-${name}`),
      STAMP_KEYS: stampKeys,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => void server.kill();
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const answers = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answers) return { name, url, stop };
    await wait(200);
  }
  stop();
  throw new Error(`The build in ${distDir} could not be served.`);
}

/** One page of every kind; of a kind with many, the first in the site map that every site has. */
async function pagesOn(sites: readonly ServedSite[]): Promise<{ label: string; path: string }[]> {
  const maps = await Promise.all(
    sites.map(async ({ url }) => {
      const xml = await (await fetch(`${url}/sitemap-0.xml`)).text();
      return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname);
    }),
  );
  const first = (folder: string) => {
    const path = maps[0]?.find(
      (candidate) => candidate.startsWith(`/${folder}/`) && maps.every((map) => map.includes(candidate)),
    );
    if (path === undefined) throw new Error(`No page below /${folder}/ that every site has`);
    return path;
  };
  const keyring = readStampKeyring(JSON.parse(stampKeys));
  if (!keyring) throw new Error('The keys for the benchmark are no keyring');
  return [
    { label: 'home', path: '/' },
    { label: 'list', path: '/san-pham' },
    { label: 'product', path: '/san-pham/mam-nem-seagull' },
    { label: 'decision', path: first('quyet-dinh') },
    { label: 'fair', path: first('hoi-cho') },
    { label: 'producer', path: first('chu-the') },
    { label: 'search', path: '/tim-kiem?q=nuoc%20mam' },
    { label: 'cart', path: '/gio-hang' },
    { label: 'stamp', path: `/01/${GTIN}/21/${buildStampCode(keyring, { range: 1, index: 0 }, GTIN)}` },
    { label: '/tem', path: '/tem' },
  ];
}
