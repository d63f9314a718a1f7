// The way in on a machine that has nothing but some Node 20 or newer and npm: this file and what
// imports it use no package and no syntax beyond Node 20.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const node24 = path.join(modules, '.bin', 'node');

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
