import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';

/** What PostgreSQL notes in the folder of a cluster while it runs from it. */
export interface Postmaster {
  file: string;
  pid: number;
  /** The folder it was started on: another one than the file's own where the folder was copied or moved. */
  dataDir: string;
  port: number;
}

/** The note of the server that runs from a cluster, or ran from it until it was killed; null where none does. */
export async function readPostmaster(clusterDir: string): Promise<Postmaster | null> {
  const file = path.join(clusterDir, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  // https://www.postgresql.org/docs/18/storage-file-layout.html: process, folder, start, port, …
  const [pid = '', dataDir = '', , port = ''] = text.split('\n');
  return { file, pid: Number(pid), dataDir: dataDir || clusterDir, port: Number(port) };
}

/** Whether two paths lead to one folder; a folder that is gone is no other's place. */
export async function isSamePlace(one: string, other: string): Promise<boolean> {
  const real = (folder: string) => realpath(folder).catch(() => path.resolve(folder));
  return (await real(one)) === (await real(other));
}
