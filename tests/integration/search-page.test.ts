import { describe, expect, it } from 'vitest';
import type { SearchView } from '../../src/search/view.ts';
import { testStack } from '../support/stack.ts';

const { siteUrl } = testStack();

async function page(path: string): Promise<{ status: number; html: string }> {
  const answer = await fetch(siteUrl + path);
  return { status: answer.status, html: await answer.text() };
}

async function view(query: string): Promise<SearchView> {
  const answer = await fetch(`${siteUrl}/api/search?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as SearchView;
}

describe('the search page without a script', () => {
  it('holds the results, the facets with counts and the form that asks again', async () => {
    const { status, html } = await page('/tim-kiem?q=gom+hoa+sen');
    expect(status).toBe(200);
    expect(html).toContain('Bình gốm hoa sen Thử');
    expect(html).toMatch(/<form[^>]*class="search"[^>]*action="\/tim-kiem#tim-thay"/);
    expect(html).toMatch(/<input[^>]*name="q"[^>]*value="gom hoa sen"/);
    expect((await page('/tim-kiem')).html).toMatch(/<input[^>]*type="checkbox"[^>]*name="tinh"/);
  });

  it('keeps results out of search engines, and the bare page in', async () => {
    expect((await page('/tim-kiem?q=gom')).html).toContain('<meta name="robots" content="noindex">');
    expect((await page('/tim-kiem')).html).not.toContain('name="robots"');
  });

  it('speaks English under /en', async () => {
    const { html } = await page('/en/tim-kiem?q=silk');
    expect(html).toContain('lang="en"');
    expect(html).toContain('/en/san-pham/');
  });

  it.each([
    '?xep=foo&trang=-3&sao=9&nhom="]',
    '?trang=99999999999999999999',
    '?q=%E0%A4%A&q[]=1',
    `?q=${'a'.repeat(2000)}`,
    '?tinh=khong-co-tinh-nay',
    `?${Array.from({ length: 60 }, (_, at) => `chu-the=a-${at}`).join('&')}`,
  ])('never fails for %s', async (query) => {
    expect((await page(`/tim-kiem${query}`)).status).toBe(200);
    expect((await page(`/api/search${query}`)).status).toBe(200);
  });

  it('shows what was typed as text', async () => {
    const title = await page(`/tim-kiem?q=${encodeURIComponent('</title><script>alert(1)</script>')}`);
    expect(title.html).toContain('<title>Tìm “&lt;/title&gt;&lt;script&gt;');
    const attribute = await page(`/tim-kiem?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`);
    expect(attribute.html).not.toContain('"><img');
  });

  it('does not exist in a third language', async () => {
    expect((await page('/fr/tim-kiem')).status).toBe(404);
  });
});

describe('/api/search', () => {
  it('answers as the page does', async () => {
    const found = await view('q=nuowcs+mawms');
    expect(found.tiles[0]?.name).toBe('Nước mắm cốt Thử');
    expect(found.notes).toEqual([]);
    expect((await view('q=silk&lang=en')).tiles[0]?.href).toMatch(/^\/en\/san-pham\//);
  });

  it('gives no keys and no address of the search server away', async () => {
    const answer = await (await fetch(`${siteUrl}/api/search?q=gom`)).text();
    const stack = testStack();
    expect(answer).not.toContain(stack.meiliUrl);
    for (const name of ['MEILI_API_KEY', 'MEILI_SEARCH_KEY']) {
      const secret = stack.env[name];
      if (secret) expect(answer).not.toContain(secret);
    }
  });
});
