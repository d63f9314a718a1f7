import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { testStack } from '../support/stack.ts';
import { lotWith, registerLots } from '../support/stamped-lot.ts';

const { medusaUrl, adminEmail, adminPassword } = testStack();

// What the hostile page tries is refused, and each refusal is an error in its console.
test.use({ expectedErrors: [/.*/] });

let hostile: Server;
let hostileUrl: string;
let hostilePage = '';

test.beforeAll(async () => {
  hostile = createServer((_req, res) => res.setHeader('content-type', 'text/html').end(hostilePage));
  await new Promise<void>((resolve) => hostile.listen(0, new URL(medusaUrl).hostname, resolve));
  hostileUrl = `http://${new URL(medusaUrl).hostname}:${(hostile.address() as AddressInfo).port}/`;
});
test.afterAll(() => new Promise((resolve) => hostile.close(resolve)));

async function signIn(page: Page): Promise<void> {
  await page.goto(`${medusaUrl}/app/login`);
  await page.locator('input[name=email]').fill(adminEmail);
  await page.locator('input[name=password]').fill(adminPassword);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

async function recallsOf(page: Page, lot: string): Promise<number> {
  const answer = await page.request.get(`${medusaUrl}/admin/traceability/recalls?limit=100`);
  expect(answer.ok()).toBe(true);
  return ((await answer.json()) as { recalls: { lot: string }[] }).recalls.filter(
    (recall) => recall.lot === lot,
  ).length;
}

test('a page on another port of the same host recalls nothing as signed-in staff', async ({ page }) => {
  const lot = lotWith({ quantity: 10, code: `CSRF-${randomUUID().slice(0, 8)}` });
  await registerLots([lot]);
  await signIn(page);
  const words = { vi: 'Giả', en: 'Forged' };
  const recall = { scope: 'lot', lot: lot.code, reason: words, advice: words };
  const json = JSON.stringify(recall);
  const address = `${medusaUrl}/admin/traceability/recalls`;
  // The three bodies a form can send, and what a script can send without asking first.
  hostilePage = `<!doctype html><iframe name="into"></iframe>
    <form id="plain" method="post" target="into" enctype="text/plain" action="${address}">
      <input name='${json.slice(0, -1)},"x":"' value='"}'></form>
    <form id="urlencoded" method="post" target="into" action="${address}">
      <input name="scope" value="lot"><input name="lot" value="${lot.code}">
      <input name="reason[vi]" value="G"><input name="advice[vi]" value="F"></form>`;
  await page.goto(hostileUrl);
  const sent: (number | string)[] = [];
  for (const form of ['plain', 'urlencoded']) {
    const answered = page.waitForResponse((response) => response.url() === address);
    await page.evaluate((id) => (document.getElementById(id) as HTMLFormElement).submit(), form);
    const answer = await answered;
    // Chromium takes another port for the same site, and sends the cookie of the staff along.
    expect(await answer.request().headerValue('cookie')).toContain('connect.sid=');
    sent.push(answer.status());
  }
  expect(sent).toEqual([403, 403]);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json']) {
    await page.evaluate(
      ([url, body, contentType]) =>
        fetch(url ?? '', {
          method: 'POST',
          credentials: 'include',
          body,
          headers: { 'content-type': contentType ?? '' },
        }).catch(() => undefined),
      [address, json, type],
    );
  }
  expect(await recallsOf(page, lot.code)).toBe(0);
});

test('the staff screens are shown in no frame', async ({ page }) => {
  hostilePage = `<!doctype html><iframe src="${medusaUrl}/app/login"></iframe>`;
  await page.goto(hostileUrl);
  await page.waitForTimeout(1_500);
  const [frame] = page.frames().slice(1);
  expect(await frame?.locator('input[name=email]').count()).toBe(0);
});
