import { servicePaths } from '../../i18n/paths.ts';

/**
 * Shows the notice of a product page (`data-recall`, holding the product's slug) where goods of that product
 * are being recalled. Built pages cannot know; the list says so even where this could not be asked.
 */
export async function showRecall(page: Document): Promise<void> {
  const notice = page.querySelector<HTMLElement>('[data-recall]');
  if (!notice) return;
  try {
    const answer = await fetch(servicePaths.recalls);
    const body: unknown = answer.ok ? await answer.json() : null;
    if (isRecalled(body, notice.dataset.recall ?? '')) notice.hidden = false;
  } catch {
    // The page keeps its link to the list of recalls.
  }
}

/** Whether the answer of `/api/recalls` names the product. */
export function isRecalled(answer: unknown, slug: string): boolean {
  if (typeof answer !== 'object' || answer === null || !('products' in answer)) return false;
  return Array.isArray(answer.products) && answer.products.includes(slug);
}
