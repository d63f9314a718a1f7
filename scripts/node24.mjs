// The way in on a machine that has nothing but some Node 20 or newer and npm: this file and what
// imports it use no package and no syntax beyond Node 20.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const node24 = path.join(modules, '.bin', 'node');
const stamp = path.join(modules, '.installed-lock');

/** Installs the packages where they are missing or not those of the lockfile. Ends the process on failure. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (isInstalled(lock)) return;
  const startedAt = Date.now();
  process.stdout.write('Installing packages (npm ci); the first time takes a few minutes …\n');
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', options, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error || status !== 0) {
    process.stderr.write(
      `The packages could not be installed (${error?.message ?? `npm ci ended with code ${status}`}).\n` +
        'Check the network and the free disk space, then start again; nothing else was changed.\n',
    );
    process.exit(1);
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, lock);
  process.stdout.write(`Packages installed (${Math.round((Date.now() - startedAt) / 1000)} s).\n`);
}

/** Whether what is installed is what the lockfile asks for: our own stamp, else npm's own record of it. */
function isInstalled(lock) {
  if (!existsSync(node24)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return true;
  if (!matchesHiddenLockfile()) return false;
  writeFileSync(stamp, lock);
  return true;
}

function matchesHiddenLockfile() {
  try {
    const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
    const found = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([name, entry]) => {
      // Packages for other platforms are not installed.
      if (!name.startsWith('node_modules/') || (entry.optional && !found[name])) return true;
      return found[name]?.version === entry.version;
    });
  } catch {
    return false;
  }
}

/**
 * Runs one of our TypeScript programs on the Node 24 that came with the packages and ends with its
 * exit code. Ctrl-C at the terminal reaches it directly; a signal sent to this process is passed on.
 */
export function runOnNode24(script, args = []) {
  const child = spawn(node24, [path.join(root, script), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: `${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
    },
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => {
    // A terminal sends Ctrl-C to the child as well; without one it has to be passed on.
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  stopWhenNpmIsGone(child);
  child.on('error', (error) => {
    process.stderr.write(
      `Node 24 could not be run (${error.message}). Delete node_modules and start again.\n`,
    );
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/**
 * npm passes a SIGTERM only to the shell between it and this process, and both end without a word.
 * A parent that changed is the one sign of it.
 */
function stopWhenNpmIsGone(child) {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}
