import { useTranslation } from 'react-i18next';
import { en } from './en.ts';
import { vi } from './vi.ts';

export type Words = typeof vi;

/** The words of the language staff chose for the whole dashboard; English where we have none in it. */
export function useWords(): Words {
  const { i18n } = useTranslation();
  return wordsIn(i18n.language);
}

export function wordsIn(language: string | undefined): Words {
  return language?.startsWith('vi') ? vi : en;
}
