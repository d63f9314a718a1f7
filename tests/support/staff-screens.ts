import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { testStack } from './stack.ts';

const { medusaUrl, adminEmail, adminPassword } = testStack();

/** Where the staff screens are, and the routes behind them. */
export const staffScreens = `${medusaUrl}/app/traceability`;
export const staffApi = `${medusaUrl}/admin/traceability`;
/** What the pages of the screens send along by themselves. */
export const ownOrigin = { origin: medusaUrl };

/**
 * Signs in to Medusa Admin with the requests its form sends, in the language its own setting keeps. Loading the
 * form and the list it leads to takes seconds, for each test that works on another screen.
 */
export async function signIn(page: Page, language: 'vi' | 'en'): Promise<void> {
  await page.context().addCookies([{ name: 'lng', value: language, url: medusaUrl }]);
  const data = { email: adminEmail, password: adminPassword };
  const answer = await page.request.post(`${medusaUrl}/auth/user/emailpass`, { data, headers: ownOrigin });
  await expect(answer).toBeOK();
  const { token } = (await answer.json()) as { token: string };
  const headers = { ...ownOrigin, authorization: `Bearer ${token}` };
  await expect(await page.request.post(`${medusaUrl}/auth/session`, { headers })).toBeOK();
}

/** A lot of this test's own, registered as a program would; its code. */
export async function newLot(page: Page): Promise<string> {
  const code = `THU-${randomUUID().slice(0, 8)}`;
  const lot = {
    code,
    product: 'mam-nem-thu',
    gtin: null,
    madeOn: '2026-06-01',
    useBy: null,
    quantity: 65,
    rawMaterial: { vi: 'Đỗ tương', en: 'Soy beans' },
    sample: true,
  };
  await expect(
    await page.request.post(`${staffApi}/lots`, { data: { lots: [lot] }, headers: ownOrigin }),
  ).toBeOK();
  return code;
}
