/** One step of a start, as the person at the terminal sees it. */
export interface Step {
  /** A line below the step, for what is worth knowing before it ends. */
  note(text: string): void;
  /** Ends the step: what came of it, in a few words. */
  done(outcome: string): void;
}

export interface Progress {
  /** Announces the next step. */
  step(name: string): Step;
  /** A line outside the steps. */
  say(text: string): void;
}

/** After this long without a word a step says that it is still at work, in milliseconds. */
const silenceLimit = 15_000;

/**
 * Prints numbered steps with their times: `[3/9] PostgreSQL: ready on port 54329 (1.5 s)`.
 * @param write receives finished lines, newline included
 * @param total how many steps will be announced
 */
export function createProgress(write: (line: string) => void, total: number): Progress {
  let number = 0;
  return {
    say: (text) => write(`${text}\n`),
    step(name) {
      number += 1;
      const label = `[${number}/${total}] ${name}`;
      const startedAt = performance.now();
      write(`${label} …\n`);
      const reminder = setInterval(
        () => write(`      … still at it: ${name} (${seconds(startedAt)})\n`),
        silenceLimit,
      );
      reminder.unref();
      return {
        note(text) {
          reminder.refresh();
          write(`      ${text}\n`);
        },
        done(outcome) {
          clearInterval(reminder);
          write(`${label}: ${outcome} (${seconds(startedAt)})\n`);
        },
      };
    },
  };
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
