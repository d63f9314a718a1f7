import type { Page } from '@playwright/test';
import { testStack } from './stack.ts';

/** Signs in to Medusa Admin, in the language its own setting keeps. */
export async function signInToScreens(page: Page, language: 'vi' | 'en'): Promise<void> {
  const { medusaUrl, adminEmail, adminPassword } = testStack();
  await page.context().addCookies([{ name: 'lng', value: language, url: medusaUrl }]);
  await page.goto(`${medusaUrl}/app/login`);
  await page.locator('input[name=email]').fill(adminEmail);
  await page.locator('input[name=password]').fill(adminPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}
