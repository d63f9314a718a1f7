import { Alert, Text } from '@medusajs/ui';
import type { StampHistory } from '../../modules/traceability/stamps/history.ts';
import { useMessages } from '../i18n/messages.ts';
import { Reasons } from '../scan/reasons.tsx';
import { ButtonDrawer } from '../screen/drawer.tsx';
import { NotedForm } from '../screen/noted-form.tsx';
import { Nothing, Section } from '../screen/screen.tsx';
import { ask, TRACEABILITY } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';

/** Whether a stamp looks copied, what buyers are told, and lifting that. */
export function Suspicion({ stamp }: { stamp: StampHistory }) {
  const { stamps, figures } = useMessages();
  const { code, suspicion, warning, clearedAt } = stamp;
  const suspicious = (suspicion?.score ?? 0) >= 60;
  return (
    <Section
      title={stamps.suspicion}
      actions={
        (warning !== null || suspicious) && (
          <ButtonDrawer button={stamps.warning.lift} title={stamps.warning.title}>
            {(close) => <LiftForm code={code} close={close} />}
          </ButtonDrawer>
        )
      }
    >
      {warning === null && suspicion === null && clearedAt === null ? (
        <Nothing>{stamps.noSuspicion}</Nothing>
      ) : (
        <div className="flex flex-col gap-y-3 px-6 py-4">
          {warning && (
            <>
              <Alert variant="warning">
                {stamps.warning.standing(figures.day(warning.on), warning.score)}
              </Alert>
              <Reasons reasons={warning.reasons} />
            </>
          )}
          {suspicion && (
            <Alert variant={suspicious ? 'warning' : 'info'}>
              {suspicious ? stamps.alarm(suspicion.score) : stamps.calm(suspicion.score)}
            </Alert>
          )}
          {suspicion && warning === null && <Reasons reasons={suspicion.reasons} />}
          {suspicious && warning === null && <Text size="small">{stamps.warning.notYet}</Text>}
          {clearedAt !== null && (
            <Text size="small">{stamps.warning.cleared(figures.moment(clearedAt))}</Text>
          )}
        </div>
      )}
    </Section>
  );
}

function LiftForm(props: { code: string; close: () => void }) {
  const { stamps } = useMessages();
  const { warning } = stamps;
  const lift = useChange(
    (note: string) => ask(`${TRACEABILITY}/stamps/${encodeURIComponent(props.code)}/warning/lift`, { note }),
    { said: warning.done, quiet: true, done: props.close },
  );
  return (
    <NotedForm
      act={lift}
      submit={warning.confirm}
      danger
      note={{ label: stamps.note, hint: warning.hint }}
      of={(note) => ({ send: note })}
      ask={() => ({ title: warning.title, description: warning.prompt, confirm: warning.confirm })}
      close={props.close}
    />
  );
}
