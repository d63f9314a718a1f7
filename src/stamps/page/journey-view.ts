import { formatDate, todayInVietnam } from '@ocop/rules/date';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { LotJourneyStep } from '../../medusa-client/lot-routes.ts';
import type { StampStatus } from '@ocop/rules/stamps/stamp-status';

/** One line of the timeline; `when` is null where no day is known. */
export interface StepView {
  label: string;
  text: string;
  when: string | null;
}

/** The step before the lot was made, its making, the step after; `all` has every recorded step. */
export interface JourneyView {
  near: [before: StepView, made: StepView, after: StepView];
  all: StepView[];
}

type Lot = NonNullable<StampStatus['lot']>;

/**
 * A lot's way in three lines, one step before and one after, and in full.
 * @param steps what was recorded, oldest first; null when it could not be asked
 * @param onSale whether this site sells the product
 */
export function journeyView(
  lot: Lot,
  steps: readonly LotJourneyStep[] | null,
  onSale: boolean,
  lang: Lang,
): JourneyView {
  const messages = dictionary(lang).stamp.journey;
  const recorded = steps ?? [];
  const source = recorded.findLast(({ step }) => step === 'harvest' || step === 'collection');
  const test = recorded.findLast(({ step }) => step === 'test');
  const sent = recorded.findLast(({ step }) => step === 'shipping' || step === 'receiving');
  const day = (at: string) => formatDate(todayInVietnam(new Date(at)), lang);
  const told = ({ step, at, place, note }: LotJourneyStep): StepView => {
    const what = [messages.steps[step], note && messages.results[note]].filter(Boolean).join(': ');
    const joint = step === 'shipping' ? ' ' : ', ';
    return { label: place ? what + joint + place[lang] : what, text: '', when: day(at) };
  };
  return {
    near: [
      {
        label: messages.before,
        text: [lot.rawMaterial[lang], source && told(source).label].filter(Boolean).join(' · '),
        when: source ? day(source.at) : null,
      },
      {
        label: messages.made,
        text: test ? told(test).label : '',
        when: formatDate(lot.madeOn, lang),
      },
      {
        label: messages.after,
        text: sent ? told(sent).label : onSale ? messages.soldHere : messages.noAfter,
        when: sent ? day(sent.at) : null,
      },
    ],
    all: recorded.map(told),
  };
}
