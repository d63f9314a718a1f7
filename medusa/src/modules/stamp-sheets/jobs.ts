import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { SheetJob } from '@ocop/contract/stamp-sheets';
import type { SheetProblem } from './writer.ts';

/** A job as it is stored; instants as the database hands them out. */
export interface JobRow extends Pick<SheetJob, 'id' | 'range' | 'format' | 'state' | 'done' | 'total'> {
  bytes: number | null;
  problem: SheetProblem | null;
  host: string;
  file: string;
  expiresAt: string | Date;
}

/** A job nobody has written to for this long was left by a process that is gone. */
const DEAD_AFTER = `interval '90 seconds'`;
/** How long a file may be fetched. */
const LIFETIME = `interval '1 day'`;

const columns = `
  id, range, format, done, total, bytes::float8 as bytes, host, file, expires_at as "expiresAt",
  case when state in ('waiting', 'writing') and updated_at < now() - ${DEAD_AFTER}
       then 'failed' else state end as state,
  case when state in ('waiting', 'writing') and updated_at < now() - ${DEAD_AFTER}
       then 'interrupted' else problem end as problem`;

export async function insertJob(
  manager: SqlEntityManager,
  job: Pick<JobRow, 'id' | 'range' | 'format' | 'total' | 'host' | 'file'> & { requestHash: string },
): Promise<void> {
  await manager.execute(
    `insert into stamp_sheet_job
       (id, range, format, request_hash, state, done, total, host, file, expires_at)
     values (?, ?, ?, ?, 'waiting', 0, ?, ?, ?, now() + ${LIFETIME})`,
    [job.id, job.range, job.format, job.requestHash, job.total, job.host, job.file],
  );
}

/** The job with this id; null when there is none, or its day is over. */
export async function findJob(manager: SqlEntityManager, id: string): Promise<JobRow | null> {
  const rows: JobRow[] = await manager.execute(
    `select ${columns} from stamp_sheet_job where id = ? and expires_at > now()`,
    [id],
  );
  return rows[0] ?? null;
}

/** A job for the same file that did not fail. */
export async function findSame(manager: SqlEntityManager, requestHash: string): Promise<JobRow | null> {
  const rows: JobRow[] = await manager.execute(
    `select * from (
       select ${columns}, created_at from stamp_sheet_job where request_hash = ? and expires_at > now()
     ) job where state <> 'failed' order by created_at desc limit 1`,
    [requestHash],
  );
  return rows[0] ?? null;
}

/** Writes down how far a job is; also that its process lives. */
export async function updateJob(
  manager: SqlEntityManager,
  id: string,
  { state, done, bytes = null, problem = null }: Pick<JobRow, 'state' | 'done'> & Partial<JobRow>,
): Promise<void> {
  await manager.execute(
    `update stamp_sheet_job set state = ?, done = ?, bytes = ?, problem = ?, updated_at = now(),
       expires_at = case when ? = 'done' then now() + ${LIFETIME} else expires_at end
     where id = ?`,
    [state, done, bytes, problem, state, id],
  );
}

/** Says that the process of these jobs lives. */
export async function touchJobs(manager: SqlEntityManager, ids: readonly string[]): Promise<void> {
  await manager.execute(
    `update stamp_sheet_job set updated_at = now()
     where id in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)],
  );
}

/** Erases jobs whose day is over. */
export async function eraseOldJobs(manager: SqlEntityManager): Promise<void> {
  await manager.execute(`delete from stamp_sheet_job where expires_at <= now()`);
}

/** Those of `files` that a job still names. */
export async function filesInUse(
  manager: SqlEntityManager,
  files: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows: { file: string }[] = await manager.execute(
    `select file from stamp_sheet_job
     where file in (select jsonb_array_elements_text(?::jsonb)) and state <> 'failed'`,
    [JSON.stringify(files)],
  );
  return new Set(rows.map(({ file }) => file));
}
