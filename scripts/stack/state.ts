import path from 'node:path';
import { z } from 'zod';
import { readJson, writePrivateJson } from './files.ts';

/** What was done for a fingerprint, so that the next start can leave it out. */
const schema = z.object({
  migrated: z.string().optional(),
  /** What was synced, and the first day on which it would come out different; null for never. */
  synced: z.object({ mark: z.string(), nextChange: z.string().nullable() }).optional(),
  /** Whether the admin log-in was shown at the end of a start. */
  loginShown: z.boolean().optional(),
});

export type State = z.infer<typeof schema>;

/** Remembers finished steps in the data folder. Damaged or missing memory only means doing them again. */
export class StateFile {
  readonly #location: string;

  constructor(dataDir: string) {
    this.#location = path.join(dataDir, 'state.json');
  }

  async read(): Promise<State> {
    const parsed = schema.safeParse(await readJson(this.#location));
    return parsed.success ? parsed.data : {};
  }

  async remember(finished: State): Promise<void> {
    await writePrivateJson(this.#location, { ...(await this.read()), ...finished });
  }
}
