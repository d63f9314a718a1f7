/** What a page costs on a cheap phone with a weak line, measured in Chromium with a cold cache. */
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { findChromium } from '../../tests/support/chromium.ts';
import { median } from './statistics.ts';

/** One page of one site; `label` is the page's kind, like "product". */
export interface PhoneTarget {
  label: string;
  /** Which build answers: "now", "before" or "bare". */
  site: string;
  url: string;
}

/** What one page load took and moved. Times are in milliseconds from the start of the navigation. */
export interface PageLoad {
  firstPaint: number;
  largestPaint: number;
  /** Sum of unexpected layout shifts, without unit (CLS counts the worst burst of these). */
  layoutShift: number;
  requests: number;
  /** Bytes on the wire, headers included, of everything and of each kind. */
  bytes: number;
  html: number;
  css: number;
  script: number;
  font: number;
  picture: number;
  other: number;
}

export interface PhoneFigures extends PhoneTarget, PageLoad {}

/** Lighthouse's "slow 4G": 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up; and a cheap processor. */
const SLOW_4G = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOWDOWN = 4;
const SCREEN = { width: 360, height: 640 };
/** Quiet time after the last answer, in which late layout shifts still count. */
const SETTLE_MS = 400;

const kinds: Partial<Record<string, 'html' | 'css' | 'script' | 'font' | 'picture'>> = {
  Document: 'html',
  Stylesheet: 'css',
  Script: 'script',
  Font: 'font',
  Image: 'picture',
};

/** Chromium as the benchmarks and the tests of page weight start it. */
export function openPhoneBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? findChromium((text) => process.stderr.write(text)),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
}

/**
 * Loads every target `rounds` times, one after the other in each round, so that what else the machine
 * does falls on all of them alike, and gives the median of each figure. The order turns round every
 * time. One round before is thrown away: servers and the browser are warm, the page's cache is not.
 */
export async function measurePhone(
  targets: readonly PhoneTarget[],
  rounds: number,
  say: (line: string) => void,
): Promise<PhoneFigures[]> {
  const browser = await openPhoneBrowser();
  const loads = new Map<PhoneTarget, PageLoad[]>(targets.map((target) => [target, []]));
  try {
    for (let round = 0; round <= rounds; round += 1) {
      say(round === 0 ? 'Warming up …' : `Round ${round} of ${rounds} …`);
      for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
        const load = await loadOnPhone(browser, target.url, { throttled: true });
        if (round > 0) loads.get(target)?.push(load);
      }
    }
  } finally {
    await browser.close();
  }
  return targets.map((target) => ({ ...target, ...medians(loads.get(target) ?? []) }));
}

/** Loads one page in a context of its own (nothing cached) and waits until it has come to rest. */
export async function loadOnPhone(
  browser: Browser,
  url: string,
  { throttled, prepare }: { throttled: boolean; prepare?: (context: BrowserContext) => Promise<void> },
): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: SCREEN, deviceScaleFactor: 2, isMobile: true });
  try {
    await prepare?.(context);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = await countTraffic(session);
    if (throttled) {
      await session.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G });
      await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    }
    // On a busy machine the network may rest before the page's script has been asked for; the page has loaded
    // only after it.
    const answer = await page.goto(url, { waitUntil: 'load' });
    if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status() ?? 'nothing'}`);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await wait(SETTLE_MS);
    return { ...(await paintTimes(page)), ...traffic() };
  } finally {
    await context.close();
  }
}

async function countTraffic(session: CDPSession) {
  const sums = { requests: 0, bytes: 0, html: 0, css: 0, script: 0, font: 0, picture: 0, other: 0 };
  const kindOf = new Map<string, string>();
  session.on('Network.requestWillBeSent', ({ request, requestId, type }) => {
    if (!/^https?:/.test(request.url)) return;
    sums.requests += 1;
    kindOf.set(requestId, type ?? '');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!kindOf.has(requestId)) return;
    sums.bytes += encodedDataLength;
    sums[kinds[kindOf.get(requestId) ?? ''] ?? 'other'] += encodedDataLength;
  });
  await session.send('Network.enable');
  return () => ({ ...sums });
}

async function paintTimes(page: Page) {
  return page.evaluate(async () => {
    const entriesOf = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          resolve(list.getEntries());
          observer.disconnect();
        });
        observer.observe({ type, buffered: true });
        // A type without entries never calls back.
        setTimeout(() => resolve([]), 200);
      });
    const [paint, largest, shifts] = await Promise.all([
      entriesOf('paint'),
      entriesOf('largest-contentful-paint'),
      entriesOf('layout-shift'),
    ]);
    return {
      firstPaint: paint.find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
      largestPaint: largest.at(-1)?.startTime ?? NaN,
      layoutShift: shifts.reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
    };
  });
}

function medians(loads: readonly PageLoad[]): PageLoad {
  const first = loads[0];
  if (!first) throw new Error('No page load to take the median of');
  const names = Object.keys(first) as (keyof PageLoad)[];
  return Object.fromEntries(names.map((name) => [name, median(loads.map((load) => load[name]))])) as Record<
    keyof PageLoad,
    number
  >;
}

/** The figures as a Markdown table; "before" and the bare page are what the ratios are taken against. */
export function phoneTable(figures: readonly PhoneFigures[]): string[] {
  const bare = figures.find(({ site }) => site === 'bare');
  const rows = figures.map((now) => {
    const before = figures.find(({ label, site }) => label === now.label && site === 'before');
    const ratio = (to: PhoneFigures | undefined) =>
      to && to !== now ? (now.firstPaint / to.firstPaint).toFixed(2) : '–';
    const cells = [
      `${now.label}${now.site === 'before' ? ', before' : ''}`,
      ...[Math.round(now.firstPaint), ratio(before), ratio(bare), Math.round(now.largestPaint)],
      ...[now.layoutShift === 0 ? '0' : now.layoutShift.toFixed(4), now.requests],
      ...[now.bytes, now.html, now.css, now.script, now.font, now.picture + now.other].map(kilobytes),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| page | first paint ms | to before | to bare | largest paint ms | layout shift | requests | kB | HTML | CSS | script | fonts | other |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ];
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
