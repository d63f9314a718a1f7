// Installs the packages. Like scripts/node24.mjs this uses no package and no syntax beyond Node 20.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const node24 = path.join(modules, '.bin', 'node');
const stamp = path.join(modules, '.installed-lock');
/** There while packages are installed, and left behind where that was broken off: what is there is not whole then. */
const lockFile = path.join(root, '.installing.json');

/** How long npm may take to end once it is asked to, in milliseconds. */
const PATIENCE_MS = 1_000;

/**
 * Installs the packages where they are missing, not those of the lockfile, or left half by an installation
 * that was broken off. Two at once would damage each other's: the second waits. Ends the process on failure.
 */
export async function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (!existsSync(lockFile) && isInstalled(wanted)) return;
  const brokenOff = await takeLock();
  if (!brokenOff && isInstalled(wanted)) return rmSync(lockFile, { force: true });
  if (brokenOff)
    process.stdout.write('An earlier installation was broken off; it is done again from the start.\n');
  const startedAt = Date.now();
  process.stdout.write('Installing packages (npm ci); the first time takes a few minutes …\n');
  rmSync(stamp, { force: true });
  const failure = await install();
  if (failure) {
    process.stderr.write(
      `The packages could not be installed (${failure}).\n` +
        'Check the network and the free disk space, then start again; nothing else was changed.\n',
    );
    process.exit(1);
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, wanted);
  rmSync(lockFile, { force: true });
  process.stdout.write(`Packages installed (${Math.round((Date.now() - startedAt) / 1000)} s).\n`);
}

/** Runs npm in a process group of its own, so that all of it can be ended. Answers why it failed, or null. */
async function install() {
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  if (child.pid !== undefined) note({ pid: process.pid, installer: child.pid });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) =>
      resolve(code === 0 ? null : `npm ci ended with ${signal ?? `code ${code}`}`),
    );
  });
  const stop = () => void endInstall(child, ended);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // npm passes no SIGTERM on and ends without a word; a parent that changed is the one sign of it.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || stop(), 500);
  const failure = await ended;
  clearInterval(watch);
  // A stop under way ends the process itself.
  if (stopping) await new Promise(() => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
  return failure;
}

let stopping = false;

/** The lock stays: it says that what is installed is not whole. */
async function endInstall(child, ended) {
  if (stopping) return;
  stopping = true;
  process.stdout.write('\nStopping the installation …\n');
  endGroup(child.pid, 'SIGTERM');
  await Promise.race([ended, wait(PATIENCE_MS)]);
  endGroup(child.pid, 'SIGKILL');
  process.stdout.write('The installation was stopped half-way; the next start does it again.\n');
  process.exit(130);
}

function endGroup(pid, signal) {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // Already gone.
  }
}

/** Waits until nobody installs. Answers whether an installation was broken off. */
async function takeLock() {
  let told = false;
  for (;;) {
    try {
      writeFileSync(lockFile, JSON.stringify({ pid: process.pid }), { flag: 'wx' });
      return false;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readLock();
    const alive = [holder?.pid, holder?.installer].find((pid) => pid !== undefined && isOurs(pid));
    if (holder && alive === undefined) {
      // Whoever reads its own id a moment later has it: others that saw the same wait then.
      note({ pid: process.pid });
      await wait(200);
      if (readLock()?.pid === process.pid) return true;
      continue;
    }
    if (!told) {
      told = true;
      process.stdout.write(
        `The packages are being installed by another start (process ${alive ?? 'unknown'}); waiting for it …\n` +
          `If nothing installs any more, delete ${lockFile}.\n`,
      );
    }
    await wait(250);
  }
}

function note(holder) {
  writeFileSync(lockFile, JSON.stringify(holder));
}

/** Null while it is being written or just gone. */
function readLock() {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8'));
  } catch {
    return null;
  }
}

/** Whether a process lives that may be a start or npm: ids are given out again. */
function isOurs(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  try {
    const [state] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').slice(-1);
    return !state.startsWith('Z') && /node|npm/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    // The system tells nothing about processes: the id has to do.
    return !existsSync('/proc/self');
  }
}

/** Whether what is installed is what the lockfile asks for: our own stamp, else npm's own record of it. */
function isInstalled(wanted) {
  if (!existsSync(node24)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  if (!matchesHiddenLockfile()) return false;
  writeFileSync(stamp, wanted);
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
