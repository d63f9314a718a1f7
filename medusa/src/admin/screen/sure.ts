import { usePrompt } from '@medusajs/ui';
import { useMessages } from '../i18n/messages.ts';

/** Asks whether to go on; `description` says what will happen and what cannot be undone. */
export function useSure(): (ask: {
  title: string;
  description: string;
  confirm: string;
  danger?: boolean;
}) => Promise<boolean> {
  const messages = useMessages();
  const prompt = usePrompt();
  return ({ title, description, confirm, danger = true }) =>
    prompt({
      title,
      description,
      confirmText: confirm,
      cancelText: messages.page.cancel,
      variant: danger ? 'danger' : 'confirmation',
    });
}
