import { Button, Text } from '@medusajs/ui';
import type { ReportState } from '@ocop/rules/stamps/report';
import { useRef } from 'react';
import { useParams } from 'react-router-dom';
import type { ReportWithCode } from '../../../../../api/admin/traceability/reports/with-code.ts';
import { useMessages } from '../../../../i18n/messages.ts';
import { useProductNames } from '../../../../product/product-names.ts';
import { QueryResult } from '../../../../screen/query-result.tsx';
import { Facts } from '../../../../screen/facts.tsx';
import { LongTextField } from '../../../../screen/field.tsx';
import { Form } from '../../../../screen/form.tsx';
import { InlineLink } from '../../../../screen/inline-link.tsx';
import { paths } from '../../../../screen/paths.ts';
import { Nothing, Screen, Section } from '../../../../screen/screen.tsx';
import { ReportStateBadge } from '../../../../screen/state.tsx';
import { useSure } from '../../../../screen/sure.ts';
import { ask, TRACEABILITY } from '../../../../server/ask.ts';
import { useAdminQuery, useChange } from '../../../../server/use-admin-api.ts';

export default function ReportPage() {
  const { reports } = useMessages();
  const { id = '' } = useParams();
  const query = useAdminQuery<{ report: ReportWithCode }>(`/reports/${encodeURIComponent(id)}`);
  const number = query.data?.report.number;
  return (
    <Screen
      title={number === undefined ? reports.title : reports.one(number)}
      back={{ to: paths.reports, name: reports.title }}
    >
      <QueryResult of={query}>
        {({ report }) => (
          <>
            <ReportFacts report={report} />
            <Told report={report} />
            <Work report={report} />
          </>
        )}
      </QueryResult>
    </Screen>
  );
}

function ReportFacts({ report }: { report: ReportWithCode }) {
  const { reports, lots, figures } = useMessages();
  const { code, lot, product, typed } = report;
  const nameOf = useProductNames(product === null ? [] : [product]);
  return (
    <Section title={lots.facts}>
      <Facts
        of={[
          [reports.state, <ReportStateBadge key="state" state={report.state} />],
          [reports.reason, reports.reasons[report.reason]],
          [reports.at, figures.moment(report.at)],
          [
            reports.stamp,
            code === null ? (
              reports.notOurs
            ) : (
              <InlineLink key="stamp" to={paths.stamp(code)}>
                {code}
              </InlineLink>
            ),
          ],
          ...(typed === null ? [] : ([[reports.typed, typed]] as const)),
          ...(report.foreignHost === null ? [] : ([[reports.foreignHost, report.foreignHost]] as const)),
          [reports.product, product && nameOf(product)],
          [
            reports.lot,
            lot && (
              <InlineLink key="lot" to={paths.lot(lot)}>
                {lot}
              </InlineLink>
            ),
          ],
        ]}
      />
    </Section>
  );
}

/** What the buyer wrote and sent; contact and photo are gone when their time is over. */
function Told({ report }: { report: ReportWithCode }) {
  const { reports, figures } = useMessages();
  const { id, number, words: text, contact, hasPhoto, erasedAt } = report;
  return (
    <Section title={reports.words}>
      {text === null ? (
        <Nothing>{reports.noText}</Nothing>
      ) : (
        <div className="px-6 py-4">
          <Text size="small" className="max-w-prose whitespace-pre-line">
            {text}
          </Text>
        </div>
      )}
      <Facts of={[[reports.contact, contact ?? reports.noContact]]} />
      <div className="px-6 py-4">
        {hasPhoto ? (
          <img
            src={`${TRACEABILITY}/reports/${encodeURIComponent(id)}/photo`}
            alt={reports.photoAlt(number)}
            className="max-h-96 max-w-full rounded-md"
          />
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {reports.noPhoto}
          </Text>
        )}
      </div>
      <Nothing>{reports.erased(figures.moment(erasedAt))}</Nothing>
    </Section>
  );
}

interface Step {
  state: ReportState;
  answer: string | null;
}

function Work({ report }: { report: ReportWithCode }) {
  const { reports } = useMessages();
  const sure = useSure();
  const answer = useRef<HTMLDivElement>(null);
  const step = useChange(
    (body: Step) => ask<{ report: ReportWithCode }>(`${TRACEABILITY}/reports/${report.id}`, body),
    {
      quiet: true,
      said: (done) => (done.report.state === 'closed' ? reports.closed : reports.takenUp),
    },
  );
  const typedAnswer = () => answer.current?.querySelector('textarea')?.value.trim() || null;
  const close = async () => {
    const question = { title: reports.close, description: reports.closePrompt, confirm: reports.close };
    if (await sure(question)) step.mutate({ state: 'closed', answer: typedAnswer() });
  };
  if (report.state === 'closed') {
    return (
      <Section title={reports.work}>
        <Nothing>{reports.finished}</Nothing>
        <Facts of={[[reports.answer, report.answer]]} />
      </Section>
    );
  }
  return (
    <Section title={reports.work}>
      <div ref={answer} className="px-6 py-4">
        <Form
          submit={reports.close}
          busy={step.isPending}
          refusal={step.error}
          onSubmit={close}
          beside={
            report.state === 'new' && (
              <Button
                type="button"
                variant="secondary"
                isLoading={step.isPending}
                onClick={() => step.mutate({ state: 'looking', answer: typedAnswer() })}
              >
                {reports.takeUp}
              </Button>
            )
          }
        >
          <LongTextField
            label={reports.answer}
            name="answer"
            maxLength={2000}
            hint={reports.answerHint}
            defaultValue={report.answer ?? ''}
          />
        </Form>
      </div>
    </Section>
  );
}
