/** Numbers, days and moments as each language writes them. */
export interface Figures {
  number(n: number): string;
  /** A calendar day `YYYY-MM-DD`. */
  day(day: string): string;
  /** An ISO instant, by Vietnam's clock. */
  moment(at: string): string;
}

const locales = { vi: 'vi-VN', en: 'en-GB' };

export function figuresIn(lang: 'vi' | 'en'): Figures {
  const number = new Intl.NumberFormat(locales[lang]);
  const day = new Intl.DateTimeFormat(locales[lang], { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locales[lang], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return {
    number: (n) => number.format(n),
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    moment: (at) => moment.format(new Date(at)),
  };
}
