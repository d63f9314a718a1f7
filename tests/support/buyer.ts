import type { TestStack } from './stack.ts';

/** A buyer without script: asks the site, keeps its cookies, and follows no redirect by itself. */
export interface Buyer {
  cookies: Map<string, string>;
  get(path: string): Promise<{ status: number; location: string | null; text: string }>;
  post(
    path: string,
    fields: Record<string, string>,
  ): Promise<{ status: number; location: string | null; text: string }>;
}

export function newBuyer({ siteUrl }: Pick<TestStack, 'siteUrl'>): Buyer {
  const cookies = new Map<string, string>();
  async function ask(path: string, init: RequestInit) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(siteUrl + path, {
      ...init,
      redirect: 'manual',
      headers: { origin: siteUrl, cookie },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/expires=Thu, 01 Jan 1970/i.test(set) || value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      text: await answer.text(),
    };
  }
  return {
    cookies,
    get: (path) => ask(path, {}),
    post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}
