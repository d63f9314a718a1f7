import { addDays, formatDate } from '@ocop/rules/date';
import { countedFrom } from '@ocop/rules/certificate/certificate';
import { certificateOf } from '@ocop/rules/certificate/standing';
import type { RecognitionFacts, Standing } from '@ocop/rules/certificate/standing';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';

/** A recognition with the decision that withdrew it, where one did. */
type ToldRecognition = RecognitionFacts & { withdrawal?: { number: string } | null };

/** The decision a standing's sentence leads to: the one that withdrew the stars, else the one that gave them. */
export function decisionTold<D>(
  standing: Standing<RecognitionFacts & { decision: D; withdrawal?: D | null }>,
): D | null {
  if (standing.kind !== 'recognised' && standing.kind !== 'lapsed') return null;
  const { decision, withdrawal } = standing.recognition;
  return standing.kind === 'lapsed' && standing.state === 'withdrawn' ? (withdrawal ?? decision) : decision;
}

/**
 * A standing in plain sentences, the same on product pages, stamps and printed sheets.
 * `sentence` is complete by itself. A certificate is said to run through its last day in force,
 * the day before `endsOn`, because people read "until" as including the day.
 */
export function standingMessages(
  standing: Standing<ToldRecognition>,
  lang: Lang,
): { sentence: string; detail: string | null } {
  const messages = dictionary(lang).certificate;
  switch (standing.kind) {
    case 'recognised': {
      const { number, signedOn } = standing.recognition.decision;
      const { withdrawnOn, withdrawal } = standing.recognition;
      const last = formatDate(addDays(standing.endsOn, -1), lang);
      return {
        sentence: signedOn === null ? number : messages.recognisedBy(number, formatDate(signedOn, lang)),
        detail: [
          countedFromText(standing.recognition, lang),
          messages.until(last),
          withdrawal && withdrawnOn === standing.endsOn
            ? messages.willBeWithdrawn(withdrawal.number, formatDate(withdrawnOn, lang))
            : messages.stateNote[standing.state],
        ]
          .filter(Boolean)
          .join(' '),
      };
    }
    case 'lapsed': {
      const { decision, withdrawnOn, withdrawal } = standing.recognition;
      const { number } = decision;
      // A withdrawal may come after the certificate ran out; its own day is told then too.
      const withdrawn = formatDate(withdrawnOn ?? standing.endsOn, lang);
      const sentence =
        standing.state === 'withdrawn'
          ? messages.lapsedWithdrawn(standing.stars, number, withdrawn, withdrawal?.number ?? null)
          : messages.lapsedExpired(standing.stars, number, formatDate(addDays(standing.endsOn, -1), lang));
      return { sentence, detail: null };
    }
    case 'reported':
      return {
        sentence: messages.reported(standing.stars, standing.year),
        detail: standing.surelyExpired ? messages.reportedExpired : null,
      };
    case 'none':
      return { sentence: messages.noneLong, detail: null };
  }
}

/** "Counted from …", where that is another day than the signing day told beside the number. */
function countedFromText(recognition: RecognitionFacts, lang: Lang): string {
  const certificate = certificateOf(recognition);
  if (certificate === null) return '';
  const from = countedFrom(certificate);
  if (from === recognition.decision.signedOn) return '';
  return dictionary(lang).certificate.countedFrom(formatDate(from, lang));
}
