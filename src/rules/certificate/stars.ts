import type { PlainDate } from '../date.ts';

/** The five grades of QĐ 26/2026/QĐ-TTg, Đ.3.3. */
export type Stars = 1 | 2 | 3 | 4 | 5;

/** The grades that get a decision and a certificate: 1★ and 2★ get neither (Đ.4.1.a). */
export type RecognisedStars = 3 | 4 | 5;

/** Who signed a decision. */
export type IssuerLevel = 'ministry' | 'province' | 'district' | 'prime-minister' | 'commune';

/** QĐ 148/QĐ-TTg of 24/2/2023 gave the 3★ decision to the districts. */
const DISTRICTS_RECOGNISE_FROM: PlainDate = '2023-02-24';
/** Districts ended on 1/7/2025; QĐ 1489/QĐ-TTg moved their 3★ to the provinces. */
const DISTRICTS_RECOGNISE_UNTIL: PlainDate = '2025-06-30';

/**
 * The grade for an average score of 0 to 100 points; a score may have decimals, and each bound
 * belongs to the higher grade (QĐ 26/2026/QĐ-TTg, Đ.3.3: 90 / 70 / 50 / 30).
 * RangeError outside 0..100. A grade also needs its minimum criteria: this is the score alone.
 */
export function starsForScore(score: number): Stars {
  if (!(score >= 0 && score <= 100)) throw new RangeError(`A score is 0 to 100, not ${score}`);
  if (score >= 90) return 5;
  if (score >= 70) return 4;
  if (score >= 50) return 3;
  if (score >= 30) return 2;
  return 1;
}

/** True for 3, 4 and 5: the only grades with a recognition decision (QĐ 26/2026, Đ.4.1). */
export function mayBeRecognised(stars: number): stars is RecognisedStars {
  return stars === 3 || stars === 4 || stars === 5;
}

/**
 * True when an authority of this level could recognise this grade on this day: the ministry 5★,
 * provinces 3★ and 4★ (QĐ 26/2026/QĐ-TTg, Đ.4.1), districts 3★ from 24/2/2023 (QĐ 148/QĐ-TTg)
 * until they ended on 30/6/2025. Provinces are not refused 3★ inside those years: files opened
 * under the earlier frame were still finished by them. Communes and the Prime Minister never.
 */
export function issuerMayRecognise(level: IssuerLevel, stars: number, on: PlainDate): boolean {
  switch (level) {
    case 'ministry':
      return stars === 5;
    case 'province':
      return stars === 3 || stars === 4;
    case 'district':
      return stars === 3 && on >= DISTRICTS_RECOGNISE_FROM && on <= DISTRICTS_RECOGNISE_UNTIL;
    case 'commune':
    case 'prime-minister':
      return false;
  }
}
