import { usePrompt } from '@medusajs/ui';
import { useWords } from '../i18n/words.ts';

/** Asks whether to go on; `description` says what will happen and what cannot be undone. */
export function useSure(): (ask: {
  title: string;
  description: string;
  confirm: string;
  danger?: boolean;
}) => Promise<boolean> {
  const words = useWords();
  const prompt = usePrompt();
  return ({ title, description, confirm, danger = true }) =>
    prompt({
      title,
      description,
      confirmText: confirm,
      cancelText: words.page.cancel,
      variant: danger ? 'danger' : 'confirmation',
    });
}
