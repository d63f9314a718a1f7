/** A test that failed, or a program that did. */
export interface FailedTest {
  /** From the root of the repository; of a program that failed as a whole, what it is. */
  file: string;
  /** Titles from the outermost to its own; empty where the whole file failed. */
  name: string;
  /** The first lines of its error, without colours. */
  message: string;
}

/** What came of the tests of one file. */
export interface FileOutcome {
  file: string;
  passed: number;
  failed: readonly FailedTest[];
}

/** What came of a stage. */
export interface Outcome {
  passed: number;
  failed: readonly FailedTest[];
  /** What failed first and passed when its file was run again alone: counted among `passed` too. */
  flaky: readonly FailedTest[];
}

/** The outcome of one run of the tests of some files. */
export interface Run {
  files: readonly FileOutcome[];
  /** Exit code of the program that ran them. */
  code: number;
  /** The last lines it wrote. */
  lastLines: string;
}

/** More failing files than this are no hiccup of the machine. */
const MOST_FILES_AGAIN = 3;

/**
 * The outcome of a run, its failed files run once more where there are few: what passes then was no fault
 * that stays, and is told as flaky; what fails twice has failed.
 * @param again runs these files alone; null where a failure counts at once
 */
export async function outcomeOf(
  first: Run,
  again: ((files: readonly string[]) => Promise<Run>) | null = null,
): Promise<Outcome> {
  const failing = first.files.filter(({ failed }) => failed.length > 0);
  if (!again || failing.length === 0 || failing.length > MOST_FILES_AGAIN) return told(first, []);
  const second = await again(failing.map(({ file }) => file));
  const others = first.files.filter(({ failed }) => failed.length === 0);
  const ran = new Set(second.files.map(({ file }) => file));
  // A file the second run did not reach failed as it did before.
  const unreached = failing.filter(({ file }) => !ran.has(file));
  const stillFailed = second.files.flatMap(({ failed }) => failed);
  const flaky = failing
    .filter(({ file }) => ran.has(file))
    .flatMap(({ failed }) => failed)
    // A failure without a name is of the whole file.
    .filter(
      (test) => !stillFailed.some(({ file, name }) => file === test.file && [test.name, ''].includes(name)),
    );
  return told({ ...second, files: [...others, ...unreached, ...second.files] }, flaky);
}

/** A program that failed without counting a failure still failed; so did one that ran nothing. */
function told({ files, code, lastLines }: Run, flaky: readonly FailedTest[]): Outcome {
  const passed = files.reduce((sum, file) => sum + file.passed, 0);
  const failed = files.flatMap((file) => file.failed);
  if (failed.length > 0 || (code === 0 && passed > 0)) return { passed, failed, flaky };
  const name = code === 0 ? 'ran no test' : `ended with code ${code}, though no test failed`;
  return { passed, failed: [{ file: 'The run', name, message: lastLines }], flaky };
}

/** A check that passes or fails as a whole: the exit codes of its programs decide. */
export function verdict(programs: readonly { name: string; code: number; lastLines: string }[]): Outcome {
  const failed = programs
    .filter(({ code }) => code !== 0)
    .map(({ name, code, lastLines }) => ({
      file: name,
      name: `ended with code ${code}`,
      message: lastLines,
    }));
  return { passed: failed.length === 0 ? 1 : 0, failed, flaky: [] };
}

type Stages = readonly { title: string; outcome: Outcome }[];

/** How many tests passed and failed in all stages. */
export function total(stages: Stages): { passed: number; failed: number } {
  return {
    passed: stages.reduce((sum, { outcome }) => sum + outcome.passed, 0),
    failed: stages.reduce((sum, { outcome }) => sum + outcome.failed.length, 0),
  };
}

/**
 * The end of what all stages wrote: who keeps only the tail of a log reads there which tests failed and why.
 * @returns ends with the line `N passed, N failed`
 */
export function summary(stages: Stages): string {
  const list = (pick: (outcome: Outcome) => readonly FailedTest[]) =>
    stages.flatMap(({ title, outcome }) => pick(outcome).map((test) => tell(title, test)));
  const failed = list(({ failed }) => failed);
  const flaky = list(({ flaky }) => flaky);
  const { passed } = total(stages);
  const parts = [
    flaky.length > 0 ? `Flaky: failed, and passed when run again alone:\n${flaky.join('')}` : '',
    failed.length > 0 ? `Failed:\n${failed.join('')}` : '',
    `${passed} passed, ${failed.length} failed${flaky.length > 0 ? `, ${flaky.length} flaky` : ''}\n`,
  ];
  return `\n${parts.filter(Boolean).join('\n')}`;
}

function tell(title: string, { file, name, message }: FailedTest): string {
  const lines = message.split('\n').map((line) => `    ${line}\n`);
  return `  ${title}: ${[file, name].filter(Boolean).join(' › ')}\n${lines.join('')}`;
}
