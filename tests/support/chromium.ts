import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * A Chromium of the system draws the suggestions of its address bar, in a process of its own, for every context
 * that is opened: a quarter of what opening one takes. Of two lists of features Chromium takes the last, so the
 * others here are Playwright's own.
 */
export const withoutAddressBar = `--disable-features=${[
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
].join(',')}`;

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * A Chromium for the tests: Playwright's own, else the system's, else one that is installed now.
 * @returns the path of the program
 * @throws with words where none can be had
 */
export function findChromium(write: (text: string) => void): string {
  const found = installedChromium();
  if (found) return found;
  if (isDebianRoot()) {
    write("No Chromium here: installing Debian's (apt-get install chromium) …\n");
    if (aptInstall('chromium')) {
      const installed = installedChromium();
      if (installed) return installed;
    }
  }
  write("No Chromium here: installing Playwright's (npx playwright install chromium) …\n");
  const cli = path.resolve('node_modules/@playwright/test/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const installed = installedChromium();
  if (installed) return installed;
  throw new Error(
    'There is no Chromium for the end-to-end tests and none could be installed. Install one ' +
      '(Debian: apt-get install chromium) and run the tests again; CHROMIUM_PATH names one in an odd place.',
  );
}

function installedChromium(): string | null {
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...systemNames.map(onPath)];
  return candidates.find((candidate) => Boolean(candidate) && existsSync(candidate ?? '')) ?? null;
}

/** The decoder of Debian's zbar-tools, installed where that is easy; tests go without it elsewhere. */
export function findZbar(write: (text: string) => void): string | null {
  const found = onPath('zbarimg');
  if (found || !isDebianRoot()) return found;
  write('Installing an independent QR decoder (apt-get install zbar-tools) …\n');
  aptInstall('zbar-tools');
  return onPath('zbarimg');
}

/** Poppler's reader of PDF, installed where that is easy; tests of print go without it elsewhere. */
export function findPdftotext(write: (text: string) => void): string | null {
  const found = onPath('pdftotext');
  if (found || !isDebianRoot()) return found;
  write('Installing a reader of PDF (apt-get install poppler-utils) …\n');
  aptInstall('poppler-utils');
  return onPath('pdftotext');
}

function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && onPath('apt-get') !== null;
}

function aptInstall(name: string): boolean {
  const run = (args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = ['install', '-y', '-qq', '--no-install-recommends', name];
  return run(install) || (run(['update', '-qq']) && run(install));
}

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}
