/**
 * A fault of the content that came while a live site runs: the command writes it beside the record the site
 * reads, and the site shows it in place of every page. A page of the state before would look as if the change
 * had been taken.
 */
import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where the fault stands; there is such a file as long as there is a fault. */
export function contentFaultFile(recordDir: string): string {
  return path.join(recordDir, 'content-fault.txt');
}

export async function tellContentFault(recordDir: string, message: string): Promise<void> {
  await mkdir(recordDir, { recursive: true });
  await writeFile(contentFaultFile(recordDir), message);
}

export async function clearContentFault(recordDir: string): Promise<void> {
  await rm(contentFaultFile(recordDir), { force: true });
}

/** The page that tells the fault, or null where there is none. It reloads itself when the content is read again. */
export function contentFaultPage(recordDir: string): string | null {
  let message: string;
  try {
    message = readFileSync(contentFaultFile(recordDir), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The content cannot be read</title>
<script type="module" src="/@vite/client"></script>
<h1>The content cannot be read</h1>
<p>Mend the files named here and save them; this page then reloads.</p>
<pre style="white-space:pre-wrap">${text}</pre>
</html>
`;
}
