/**
 * The service worker: caches the scanner and the public stamp keys on the device, so that staff at a
 * fair can read stamps without a network. It stores its own page, its files and the keys; a stamp's
 * page, a cart or an order passes through and is never stored. Built into /sw.js by offline-build.ts.
 */
import { KEYS, SHELLS, offlineRoute } from './offline-routes.ts';

/** Written in front of this file by the build: what to cache, and a name that changes with it. */
declare const BUILT: { version: string; assets: readonly string[] };

/** The few parts of a service worker's surroundings that are used (Service Workers, W3C). */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchingEvent extends LastingEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: {
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchingEvent) => void): void;
  clients: { claim(): Promise<void> };
  location: Location;
};

const CACHE_PREFIX = 'scanner-';
const CACHE = CACHE_PREFIX + BUILT.version;
/** Apart, because keys outlive a build. */
const KEYS_CACHE = 'stamp-keys';

/** A network that has not answered by then is as good as none: fairs have many phones on one mast. */
const TIMEOUT_MS = 8_000;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const route = offlineRoute(event.request, BUILT.assets, self.location.origin);
  if (route?.kind === 'asset') event.respondWith(asset(event.request));
  if (route?.kind === 'keys') event.respondWith(keys(event));
  if (route?.kind === 'page') event.respondWith(page(event.request, route.shell));
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  // The page as anybody gets it, past the browser's own cache: it must fit the files of this build.
  const shells = SHELLS.map((path) => new Request(path, { cache: 'reload', credentials: 'omit' }));
  await cache.addAll([...shells, ...BUILT.assets.map((path) => new Request(path))]);
  // A site without stamp keys still has a scanner.
  await freshKeys(new Request(KEYS)).catch(() => undefined);
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function asset(request: Request): Promise<Response> {
  return (await (await caches.open(CACHE)).match(request)) ?? fetch(request);
}

async function keys(event: FetchingEvent): Promise<Response> {
  try {
    return await freshKeys(event.request);
  } catch (error) {
    const cached = await (await caches.open(KEYS_CACHE)).match(KEYS);
    if (cached) return cached;
    throw error;
  }
}

async function freshKeys(request: Request): Promise<Response> {
  const answer = await Promise.race([fetch(request), late()]);
  if (answer === null) throw new TypeError('The keys did not come in time');
  if (answer.ok) await (await caches.open(KEYS_CACHE)).put(KEYS, answer.clone());
  return answer;
}

function late(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS, null));
}

/** The page itself wherever there is a network; the cached scanner in its place where there is none. */
async function page(request: Request, shell: string): Promise<Response> {
  const cached = async () => (await caches.open(CACHE)).match(shell);
  const answer = fetch(request);
  // It may fail after the cached page was given instead.
  answer.catch(() => undefined);
  try {
    const first = await Promise.race([answer, late()]);
    return first ?? (await cached()) ?? (await answer);
  } catch (error) {
    const instead = await cached();
    if (instead) return instead;
    throw error;
  }
}
