import { useParams } from 'react-router-dom';
import { useMessages } from '../../../../../i18n/messages.ts';
import { paths } from '../../../../../screen/paths.ts';
import { Screen, Section } from '../../../../../screen/screen.tsx';
import { TRACEABILITY, withQuery } from '../../../../../server/ask.ts';
import { LotEvents } from '../../../../../trace-event/lot-events.tsx';
import { StepForm } from '../../../../../trace-event/step-form.tsx';
import { Upload } from '../../../../../trace-event/upload.tsx';

export default function LotEventsPage() {
  const { events, lots } = useMessages();
  const { code = '' } = useParams();
  return (
    <Screen title={events.of(code)} back={{ to: paths.lot(code), name: lots.one(code) }}>
      <LotEvents lot={code} onItsPage />
      <Section title={events.byForm}>
        <div className="px-6 py-4">
          <StepForm lot={code} />
        </div>
      </Section>
      <div className="grid gap-3 lg:grid-cols-2">
        <Section title={events.byTable}>
          <div className="px-6 py-4">
            <Upload to="/table" accept=".csv,.xlsx" hint={events.tableHint}>
              <p className="txt-compact-small flex gap-4">
                {(['xlsx', 'csv'] as const).map((format) => (
                  <a
                    key={format}
                    href={withQuery(`${TRACEABILITY}/events/table-template`, { format })}
                    download
                    className="text-ui-fg-base underline underline-offset-2"
                  >
                    {events.template(format.toUpperCase())}
                  </a>
                ))}
              </p>
            </Upload>
          </div>
        </Section>
        <Section title={events.byDocument}>
          <div className="px-6 py-4">
            <Upload to="" accept=".json,.jsonld" hint={events.documentHint} />
          </div>
        </Section>
      </div>
    </Screen>
  );
}
