import { Text } from '@medusajs/ui';
import type { SheetJobAnswer } from '@ocop/contract/stamp-sheets';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { Refused } from '../screen/query-result.tsx';
import { ask, TRACEABILITY, type Refusal } from '../server/ask.ts';

const EVERY_MS = 1_000;

/** A file the server writes: how far it is, then where to fetch it. It is fetched as a plain download. */
export function SheetFile({ id }: { id: string }) {
  const { orders, figures, lang } = useMessages();
  const { job: messages } = orders.sheet;
  const label = useId();
  const { data, error } = useQuery<SheetJobAnswer, Refusal>({
    queryKey: ['stamp-sheet', id],
    queryFn: () => ask<SheetJobAnswer>(`${TRACEABILITY}/sheet-jobs/${encodeURIComponent(id)}`),
    refetchInterval: ({ state }) => {
      const now = state.data?.job.state;
      return now === 'done' || now === 'failed' ? false : EVERY_MS;
    },
  });
  if (error && !data) return <Refused refusal={error} />;
  if (!data) return null;
  const { job } = data;
  const megabytes = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  return (
    <section aria-labelledby={label} className="flex flex-col gap-y-2">
      <h3 id={label} className="txt-compact-small-plus">
        {messages.title}
      </h3>
      <p role="status" className="txt-compact-small">
        {messages.states[job.state]} {job.problem && messages.problems[job.problem]}
      </p>
      {(job.state === 'waiting' || job.state === 'writing') && (
        <div className="flex items-center gap-x-3">
          <progress aria-label={messages.progress} value={job.done} max={job.total} className="w-64" />
          <Text size="small" className="text-ui-fg-subtle">
            {messages.count(job.done, job.total)}
          </Text>
        </div>
      )}
      {job.state === 'done' && (
        <>
          <a
            className="txt-compact-small-plus text-ui-fg-base underline"
            href={`${TRACEABILITY}/sheet-jobs/${encodeURIComponent(id)}/file`}
            download={job.fileName}
          >
            {messages.fetch(job.fileName, megabytes.format((job.bytes ?? 0) / 1024 / 1024))}
          </a>
          <Text size="small" className="text-ui-fg-subtle">
            {messages.until(figures.moment(job.expiresAt))}
          </Text>
        </>
      )}
    </section>
  );
}
