import type { Lang } from './lang.ts';

/** The forms a noun takes beside a number in our languages (CLDR): Vietnamese has only `other`. */
export type PluralForm = 'one' | 'other';

/** A number in a message: its digits, or what stands for them until they are filled in, and its form. */
export interface Counted {
  text: string;
  form: PluralForm;
}

const rules: Record<Lang, Intl.PluralRules> = {
  vi: new Intl.PluralRules('vi'),
  en: new Intl.PluralRules('en'),
};

export function pluralForm(n: number, lang: Lang): PluralForm {
  return rules[lang].select(n) === 'one' ? 'one' : 'other';
}
