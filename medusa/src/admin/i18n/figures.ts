import { formatDate, todayInVietnam } from '@ocop/rules/date';

/** Numbers, days and moments as each language writes them. */
export interface Figures {
  number(n: number): string;
  /** A calendar day `YYYY-MM-DD`. */
  day(day: string): string;
  /** An ISO instant, by Vietnam's clock. */
  moment(at: string): string;
}

export function figuresIn(lang: 'vi' | 'en'): Figures {
  const number = new Intl.NumberFormat(lang);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  const day = (text: string) => formatDate(text, lang);
  return {
    number: (n) => number.format(n),
    day,
    moment: (at) => `${day(todayInVietnam(new Date(at)))} ${clock.format(new Date(at))}`,
  };
}
