import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { ProducerGrant } from '@ocop/contract/people';
import { testAdmin } from './goods.ts';
import type { TestStack } from './stack.ts';

/** A password nobody else has. */
export const PASSWORD = 'năm con cá rô đồng';

const made = z.object({ memberId: z.string(), code: z.string(), link: z.string() });

/** Invites somebody as staff do; the code as it is printed. */
export function inviteMember(
  stack: TestStack,
  grants: readonly ProducerGrant[],
  name = 'Trần Thị Thử',
): Promise<z.output<typeof made>> {
  return testAdmin(stack).post(made, '/admin/people', { name, grants: [...grants] });
}

/** A network of its own, so that one test does not use up another's attempts. */
export const ownNetwork = () => ({ 'x-forwarded-for': `198.${randomInt(256)}.${randomInt(256)}.7` });

/** A browser without scripts: it keeps cookies, sends its origin and follows nothing by itself. */
export class PlainBrowser {
  readonly #site: string;
  readonly #network: Record<string, string>;
  readonly cookies = new Map<string, string>();

  constructor(site: string, network: Record<string, string> = ownNetwork()) {
    this.#site = site;
    this.#network = network;
  }

  async #send(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...this.#network, ...(cookie ? { cookie } : {}), origin: this.#site };
    const answer = await fetch(this.#site + path, { redirect: 'manual', headers, ...init });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  get(path: string): Promise<Response> {
    return this.#send(path);
  }

  post(path: string, fields: Record<string, string>): Promise<Response> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** Posts a form and reads the page it leads to. */
  async submit(path: string, fields: Record<string, string>): Promise<{ to: string; page: string }> {
    const answer = await this.post(path, fields);
    const to = (answer.headers.get('location') ?? '').replace(/#.*$/, '');
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`);
    return { to, page: await (await this.get(to)).text() };
  }
}

let names = 0;
const run = randomInt(1e9).toString(36);

/** A login nobody else has. */
export const someLogin = () => `thu.${run}.${(names += 1)}`;

/** Somebody who was invited, accepted on the site, and is signed in there. */
export async function newMember(
  stack: TestStack,
  grants: readonly ProducerGrant[],
): Promise<{ id: string; login: string; browser: PlainBrowser }> {
  const { memberId, link } = await inviteMember(stack, grants);
  const browser = new PlainBrowser(stack.siteUrl);
  const login = someLogin();
  const { pathname } = new URL(link);
  const { to } = await browser.submit(pathname, { login, password: PASSWORD, repeat: PASSWORD });
  if (to !== '/nha-san-xuat') throw new Error(`The invitation led to ${to}`);
  return { id: memberId, login, browser };
}

export const packerOf = (producer: { id: string; name: string }): ProducerGrant => ({
  role: 'producer-packer',
  producerId: producer.id,
  producerName: producer.name,
});
