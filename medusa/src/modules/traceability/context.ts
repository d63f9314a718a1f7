import type { Database } from './database/database.ts';
import type { TraceabilityOptions } from './options.ts';

/** Who changes something, when, and the origin of the public site that identifiers begin with. */
export interface ChangeContext {
  /** A Medusa user or API key id, or `consumer`. */
  actor: string;
  at: Date;
  origin: string;
}

/** What the services of the module are made with. */
export interface TraceContext {
  database: Database;
  options: TraceabilityOptions;
  /** The clock; a test gives its own. */
  now: () => Date;
}
