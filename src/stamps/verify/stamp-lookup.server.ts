import { todayInVietnam } from '@ocop/rules/date';
import { stampLookupQuery, readLookupRows } from '@ocop/rules/stamps/stamp-status';
import type { StampLookupRow, StampStatus, StampQuery } from '@ocop/rules/stamps/stamp-status';
import pg from 'pg';
import { siteEnv } from '../../config/env.ts';
import { stateLogger } from '../../log/state-logger.ts';
import { errorTypeOfThrown, failure, success } from '../../medusa-client/result.ts';
import type { Result } from '../../medusa-client/result.ts';

/** A stamp page must answer a weak phone quickly: past this the page shows what it knows itself. */
const DEADLINE_MS = 2_500;

/** One for each request that may be under way at once: see batch-loader.ts. */
const CONNECTIONS = 2;

const state = stateLogger('stamp-lookup');

let pool: pg.Pool | undefined;

function database(): pg.Pool | null {
  const { STAMPS_DATABASE_URL: connectionString } = siteEnv();
  if (pool || connectionString === undefined) return pool ?? null;
  pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    connectionTimeoutMillis: DEADLINE_MS,
    query_timeout: DEADLINE_MS,
    keepAlive: true,
    // The server's process ends when nobody is served, not when its last connection times out.
    allowExitOnIdle: true,
  });
  // A connection may be lost while nobody uses it; the next lookup opens another.
  pool.on('error', (error) => state.fails(error));
  return pool;
}

/** Whether the database answers at all; for health checks. */
export async function pingStampsDatabase(patienceMs: number): Promise<'ok' | 'failing' | 'not-configured'> {
  const stampsDatabase = database();
  if (!stampsDatabase) return 'not-configured';
  const late = new Promise<'failing'>((resolve) => {
    setTimeout(resolve, patienceMs, 'failing').unref();
  });
  const answer = stampsDatabase.query('select 1').then(
    () => 'ok' as const,
    () => 'failing' as const,
  );
  return Promise.race([answer, late]);
}

/**
 * State, lot and history of stamps in the order given, null where none was issued. Looked up in
 * PostgreSQL itself with a role that may do nothing else (decision 0016). Records nothing.
 */
export async function lookupStamps(stamps: readonly StampQuery[]): Promise<Result<(StampStatus | null)[]>> {
  const stampsDatabase = database();
  if (!stampsDatabase) return failure('not-configured');
  try {
    const { rows } = await stampsDatabase.query<StampLookupRow>(stampLookupQuery(stamps));
    state.works();
    return success(readLookupRows(stamps.length, rows, todayInVietnam(new Date())));
  } catch (error) {
    state.fails(error);
    return failure(errorTypeOfThrown(error));
  }
}
