/** How long a whole build takes, against a bare Astro project with as many pages. */
import { spawn } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBareStaticSite } from './bare-site.ts';
import { writeGeneratedContent } from './generated-content.ts';

export interface BuildTime {
  products: number;
  /** HTML files written, both languages and all lists. */
  pages: number;
  seconds: number;
  bareSeconds: number;
  /** Seconds of ours over seconds of the bare project with the same number of pages. */
  ratio: number;
  millisecondsPerPage: number;
}

/** Builds `products` generated products, then a bare project with as many HTML pages. */
export async function measureBuild(root: string, workDir: string, products: number): Promise<BuildTime> {
  const dir = join(workDir, `build-${products}`);
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  const contentDir = join(dir, 'content');
  const outDir = join(dir, 'dist');
  await writeGeneratedContent(contentDir, products);
  const seconds = await secondsOf(root, [join(root, 'scripts/build.ts')], {
    CONTENT_DIR: contentDir,
    OUT_DIR: outDir,
    DATA_DIR: join(dir, 'data'),
    SITE_URL: 'https://bench.example',
  });
  const pages = await countHtml(outDir);

  const bareDir = join(dir, 'bare');
  await writeBareStaticSite(bareDir, pages);
  const bareSeconds = await secondsOf(bareDir, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {});
  await rm(dir, { recursive: true, force: true });
  return {
    products,
    pages,
    seconds,
    bareSeconds,
    ratio: seconds / bareSeconds,
    millisecondsPerPage: (seconds * 1000) / pages,
  };
}

async function secondsOf(cwd: string, args: string[], env: Record<string, string>): Promise<number> {
  const started = process.hrtime.bigint();
  await runNode(cwd, args, env);
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** Runs Node on a script; its output is kept and shown only where it fails. */
export async function runNode(cwd: string, args: string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) {
    throw new Error(`${args.join(' ')} failed (${code}):\n${Buffer.concat(output).toString().slice(-3000)}`);
  }
}

async function countHtml(dir: string): Promise<number> {
  const files = await readdir(dir, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).length;
}
