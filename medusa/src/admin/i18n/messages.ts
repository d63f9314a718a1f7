import { useTranslation } from 'react-i18next';
import { en } from './en.ts';
import { vi } from './vi.ts';

export type Messages = typeof vi;

/** The messages in the language staff chose for the whole dashboard; English where we have none in it. */
export function useMessages(): Messages {
  const { i18n } = useTranslation();
  return messagesIn(i18n.language);
}

export function messagesIn(language: string | undefined): Messages {
  return language?.startsWith('vi') ? vi : en;
}
