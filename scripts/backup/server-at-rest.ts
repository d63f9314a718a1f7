import { realpath } from 'node:fs/promises';
import { commandLineOf, isAlive } from '../stack/processes.ts';
import { databaseAddress, startPostgres } from '../stack/postgres.ts';
import { readPostmaster } from '../stack/postmaster.ts';
import { Supervisor } from '../stack/supervisor.ts';

/**
 * Does `work` with the embedded server of a data folder: the one that runs, else one for as long as the
 * work takes.
 * @param work gets the address of the database as its owner
 */
export async function whileRunning<T>(
  { dataDir, cluster, password }: { dataDir: string; cluster: string; password: string },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const running = await readPostmaster(cluster);
  if (running && isAlive(running.pid) && (await commandLineOf(running.pid))?.includes(cluster)) {
    return work(databaseAddress(password, running.port));
  }
  const context = { dataDir: await realpath(dataDir), supervisor: new Supervisor() };
  const silent = { note: () => undefined, done: () => undefined };
  const { url, managedProcess } = await startPostgres({ password, durable: true }, context, silent);
  try {
    return await work(url);
  } finally {
    await managedProcess.stop();
    context.supervisor.close();
  }
}
