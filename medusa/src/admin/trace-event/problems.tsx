import { useMessages } from '../i18n/messages.ts';
import { Listing } from '../screen/listing.tsx';
import type { Problem } from '../server/ask.ts';
import { problemAdvice } from './problem-advice.ts';

/** Everything that keeps events from being recorded: where it stands, and what is wrong there. */
export function Problems(props: { problems: readonly Problem[] }) {
  const { events } = useMessages();
  if (props.problems.length === 0) return null;
  const where = ({ row, column, event, field }: Problem) => {
    if (row !== undefined) return events.row(row, column ?? '');
    return typeof event === 'number' ? events.event(event, field ?? '') : (field ?? '');
  };
  return (
    <div role="alert" className="flex flex-col gap-y-2">
      <p className="txt-compact-small text-ui-fg-error">{events.problems(props.problems.length)}</p>
      <Listing
        name={events.problem}
        rows={props.problems.map((problem, at) => ({ ...problem, at }))}
        keyOf={({ at }) => at}
        columns={[
          { head: events.problemAt, cell: where },
          { head: events.problem, cell: (problem) => <Wrong problem={problem} /> },
        ]}
      />
    </div>
  );
}

function Wrong({ problem }: { problem: Problem }) {
  const messages = useMessages();
  const advice = problemAdvice(problem, messages);
  // What no screen has words for is told in the server's own.
  return advice ?? <span lang="en">{problem.message}</span>;
}
