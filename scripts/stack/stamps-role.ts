import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { StackError } from './stack-error.ts';

/** As PostgreSQL's own `scram_iterations`. */
const ITERATIONS = 4_096;

/**
 * Makes, or brings up to date, the role the site looks stamps up with: it may call one function and
 * read nothing else. Named after the database, because roles belong to the whole server.
 * @param siteKey its password is made of this one; the server only gets to see a hash of it
 * @returns the database's address for that role
 * @throws StackError when the owner of the database may not make roles
 */
export async function ensureStampsRole(databaseUrl: string, siteKey: string): Promise<string> {
  const url = new URL(databaseUrl);
  const password = passwordFrom(siteKey);
  const role = stampsRole(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const name = client.escapeIdentifier(role);
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rowCount === 0) await client.query(`create role ${name}`);
    await client.query(`alter role ${name} login password ${client.escapeLiteral(scramHash(password))}`);
    await client.query(`alter role ${name} set default_transaction_read_only = on`);
    await client.query(`grant execute on function trace_find_stamps(jsonb, int) to ${name}`);
  } catch (error) {
    throw new StackError(
      `The site's role ${role} could not be made in the database ${url.pathname.slice(1)} on ${url.host}: ` +
        `${error instanceof Error ? error.message : String(error)}. Make it by hand (docs/operations.md, ` +
        '"The role that looks stamps up") and set STAMPS_DATABASE_URL.',
    );
  } finally {
    await client.end();
  }
  url.username = role;
  url.password = password;
  return url.href;
}

/** Name of the role for the database of an address. */
export function stampsRole(databaseUrl: string): string {
  return `${decodeURIComponent(new URL(databaseUrl).pathname.slice(1))}_stamps`;
}

/** A password of the role's own, so that losing it opens nothing else. */
function passwordFrom(siteKey: string): string {
  return createHmac('sha256', siteKey).update('database role for stamps 1').digest('base64url');
}

/**
 * A password as PostgreSQL keeps it (RFC 5803), made here: a statement that fails is logged by the
 * server word for word.
 */
export function scramHash(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyed = (label: string) => createHmac('sha256', salted).update(label).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const serverKey = keyed('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
