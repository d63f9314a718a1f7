import { nextStateChange } from '@ocop/rules/certificate/certificate';
import { addDays, type PlainDate } from '@ocop/rules/date';
import { certificateOf } from '@ocop/rules/certificate/standing';
import type { PublicRecord } from '../../src/record/types.ts';

/**
 * The next day on which a built page would say something else than today although no file changed:
 * a certificate changes its state, a fair opens or closes, a reported year is surely over. Null when
 * nothing more will change.
 */
export function nextRecordChange(
  record: Pick<PublicRecord, 'recognitions' | 'products' | 'fairs'>,
  today: PlainDate,
): PlainDate | null {
  const days = [
    ...record.recognitions.map((recognition) => {
      const certificate = certificateOf(recognition);
      return certificate && nextStateChange(certificate, today);
    }),
    // Also of a recognition without a certificate: a withdrawal silences the reports before it.
    ...record.recognitions.map(({ withdrawnOn }) => withdrawnOn ?? null),
    ...record.products.flatMap(({ reported }) =>
      reported.map(({ year }) => (year === null ? null : `${year + 4}-01-01`)),
    ),
    ...record.fairs.flatMap(({ startsOn, endsOn }) => [startsOn, addDays(endsOn, 1)]),
  ];
  return days.filter((day) => day !== null && day > today).sort()[0] ?? null;
}
