/** The stamp page as a crowd reads it, with few and with millions of stamps behind it. */
import type { LiveSite } from './live-site.ts';
import { countAll, issueMany, scanMany, somePaths } from './many-stamps.ts';
import { measureRequests, type RequestRate, type Target } from './request-rates.ts';

const LOT = 'MAU-MN-260915';
const FEW = 5_000;
const MANY = 5_000_000;
const SCANS = 1_000_000;
/** Stamps read in turn: as many among millions as there are in all at first, so that the work is the same. */
const READ = FEW;

export interface StampRates {
  stamps: number;
  scans: number;
  rates: RequestRate[];
}

/**
 * Requests a second of the stamp page over those of a bare on-demand page, first with five thousand
 * stamps issued, then on the same server with five million and a million scans stored. Each reader
 * is a phone of its own, so that every request is a scan that is kept and recorded.
 */
export async function measureStamps(
  site: LiveSite,
  bareUrl: string,
  say: (line: string) => void,
): Promise<StampRates[]> {
  const epoch = site.keyring.current;
  const bare: Target = { name: 'bare on-demand Astro page', url: bareUrl, paths: ['/'] };
  const results: StampRates[] = [];

  const few = await issueMany(site.databaseUrl, { lot: LOT, epoch, count: FEW });
  const read = async (paths: string[], name: string) => {
    const counts = await countAll(site.databaseUrl);
    const target: Target = { name, url: site.url, paths, headers: phone };
    results.push({ ...counts, rates: await measureRequests([bare, target], say) });
  };
  await read(somePaths(few, site.keyring, READ), `stamp page, ${FEW} stamps`);

  say(`Issuing ${MANY} stamps and storing ${SCANS} scans …`);
  const many = await issueMany(site.databaseUrl, { lot: LOT, epoch, count: MANY - FEW });
  await scanMany(site.databaseUrl, many, SCANS);
  await read(somePaths(many, site.keyring, READ), `stamp page, ${MANY} stamps`);
  return results;
}

const phone = {
  'user-agent':
    'Mozilla/5.0 (Linux; Android 12; SM-A127F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ' +
    'Chrome/108.0 Mobile Safari/537.36 Zalo android/12100712',
  'accept-language': 'vi-VN,vi;q=0.9',
};
