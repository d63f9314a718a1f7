import { useQuery } from '@tanstack/react-query';
import { Button } from '@medusajs/ui';
import type { EpcisEvent } from '@ocop/rules/epcis/event';
import { lotStepOf, provinceOf, standingEvents } from '@ocop/rules/epcis/journey';
import { unitWord } from '@ocop/rules/epcis/units';
import { bareWord } from '@ocop/rules/epcis/vocabulary';
import { provinceName } from '@ocop/rules/place/province-name';
import { Link } from 'react-router-dom';
import { useMessages, type Messages } from '../i18n/messages.ts';
import { QueryResult } from '../screen/query-result.tsx';
import { Listing } from '../screen/listing.tsx';
import { paths } from '../screen/paths.ts';
import { Nothing, Section } from '../screen/screen.tsx';
import { Badge } from '../screen/state.tsx';
import { useSure } from '../screen/sure.ts';
import { ask, TRACEABILITY, withQuery, type Refusal } from '../server/ask.ts';
import { useChange } from '../server/use-admin-api.ts';
import { typedSteps } from './step-fields.ts';

interface QueryDocument {
  epcisBody: { queryResults: { resultsBody: { eventList: EpcisEvent[] } } };
}

/** More than a lot has; the export holds all of them. */
const MOST_SHOWN = 100;

/** What happened to a lot, the latest first. */
export function LotEvents(props: { lot: string; onItsPage?: boolean }) {
  const { events } = useMessages();
  const query = useQuery<QueryDocument, Refusal>({
    queryKey: ['traceability', 'events', props.lot],
    queryFn: () => ask(withQuery(`${TRACEABILITY}/events`, { lot: props.lot, limit: MOST_SHOWN })),
  });
  return (
    <Section
      title={events.title}
      actions={
        <>
          <Button asChild size="small" variant="secondary">
            <a href={withQuery(`${TRACEABILITY}/events/export`, { lot: props.lot })} download>
              {events.export}
            </a>
          </Button>
          {!props.onItsPage && (
            <Button asChild size="small" variant="secondary">
              <Link to={paths.lotEvents(props.lot)}>{events.record}</Link>
            </Button>
          )}
        </>
      }
    >
      <QueryResult of={query}>
        {({ epcisBody }) => <Timeline events={epcisBody.queryResults.resultsBody.eventList} />}
      </QueryResult>
    </Section>
  );
}

function Timeline(props: { events: readonly EpcisEvent[] }) {
  const messages = useMessages();
  const { events, page, figures } = messages;
  const standing = new Set(standingEvents(props.events));
  const told = props.events.filter(({ errorDeclaration }) => !errorDeclaration).reverse();
  const place = (event: EpcisEvent) => {
    const province = provinceOf(event);
    return (province && provinceName(province)) ?? page.unknown;
  };
  const what = (event: EpcisEvent) => {
    const step = lotStepOf(event);
    const name = step === null ? (bareWord(event.bizStep) ?? events.steps.other) : events.steps[step];
    const disposition = bareWord(event.disposition);
    if (disposition === 'conformant') return `${name}: ${events.passed}`;
    return disposition === 'non_conformant' ? `${name}: ${events.failed}` : name;
  };
  if (told.length === 0) return <Nothing>{events.empty}</Nothing>;
  return (
    <Listing
      name={events.title}
      rows={told}
      keyOf={({ eventID, eventTime }) => eventID ?? eventTime}
      columns={[
        { head: events.when, short: true, cell: ({ eventTime }) => figures.moment(eventTime) },
        { head: events.step, cell: what },
        { head: events.place, cell: place },
        { head: events.quantity, short: true, cell: (event) => amounts(event, messages) },
        {
          head: events.id,
          cell: ({ eventID }) => (
            <span title={eventID} className="block max-w-48 truncate font-mono text-xs">
              {eventID}
            </span>
          ),
        },
        {
          head: events.takeBack,
          cell: (event) =>
            standing.has(event) ? (
              isTyped(event) && <TakeBack eventID={event.eventID} />
            ) : (
              <Badge colour="grey">{events.takenBack}</Badge>
            ),
        },
      ]}
    />
  );
}

/** How much an event is about, with its unit in words; '' where it does not say. */
function amounts(event: EpcisEvent, { figures, lang }: Messages): string {
  const told = event.outputQuantityList ?? event.quantityList ?? event.childQuantityList ?? [];
  return told
    .flatMap(({ quantity, uom = null }) =>
      quantity === undefined ? [] : `${figures.number(quantity)} ${unitWord(uom, lang)}`,
    )
    .join(', ');
}

/** Printing, activating, voiding and recalling told of themselves: only doing otherwise undoes them. */
function isTyped(event: EpcisEvent): boolean {
  const step = lotStepOf(event);
  return step === null || typedSteps.some((typed) => typed === step);
}

function TakeBack({ eventID }: { eventID: string | undefined }) {
  const { events } = useMessages();
  const sure = useSure();
  const takeBack = useChange(
    (id: string) => ask(`${TRACEABILITY}/events/take-back`, { eventID: id, reason: 'incorrect_data' }),
    { said: events.takeBackDone },
  );
  if (eventID === undefined) return null;
  const go = async () => {
    const question = {
      title: events.takeBack,
      description: events.takeBackPrompt,
      confirm: events.takeBack,
    };
    if (await sure(question)) takeBack.mutate(eventID);
  };
  return (
    <Button size="small" variant="transparent" isLoading={takeBack.isPending} onClick={() => void go()}>
      {events.takeBack}
    </Button>
  );
}
