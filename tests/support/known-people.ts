import { randomBytes, randomInt } from 'node:crypto';
import pg from 'pg';
import { hashOf } from '../../medusa/src/modules/people/sql.ts';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { putOnSale, testAdmin } from './goods.ts';
import { orderRequest, value } from './orders.ts';
import { newMember, packerOf, PlainBrowser, someLogin } from './people.ts';
import { testShop } from './shop.ts';
import type { TestStack } from './stack.ts';

export interface Person {
  browser: PlainBrowser;
  /** The token of the session, as only the site knows it. */
  token: string;
}

/** A token whose hash the database holds, as a signed-in browser's: the cookie itself is sealed. */
async function knownToken(database: pg.Client, type: 'customer' | 'producer', id: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await database.query(
    `insert into person_session (id, token_hash, actor_type, actor_id, began_by, ends_at)
     values ($1, $2, $3, $4, 'link', now() + interval '1 hour')`,
    [`psess_${token.slice(0, 20)}`, hashOf(token), type, id],
  );
  return token;
}

/** Signs a buyer in by a link, whose token is put into the database as its hash. */
async function newBuyer(siteUrl: string, database: pg.Client, email: string): Promise<Person> {
  const token = randomBytes(32).toString('base64url');
  await database.query(
    `insert into sign_in_link (id, token_hash, email, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
    [`slink_${token.slice(0, 20)}`, hashOf(token), email],
  );
  const browser = new PlainBrowser(siteUrl);
  const { to } = await browser.submit(`/dang-nhap/${token}`, {});
  if (to !== '/tai-khoan') throw new Error(`The link led to ${to}`);
  const customers = await database.query<{ id: string }>(
    'select id from customer where email = $1 and has_account',
    [email],
  );
  return { browser, token: await knownToken(database, 'customer', customers.rows[0]?.id ?? '') };
}

export interface Known {
  people: Record<'buyerA' | 'buyerB' | 'producerA' | 'producerB', Person>;
  /** An order of buyer A, with goods of producer A. */
  orderId: string;
}

/** Two buyers and two producers who are signed in, and an order. */
export async function knownPeople(stack: TestStack): Promise<Known> {
  const database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
  const makers = ['a', 'b'].map((letter) => ({
    id: `ct-quyen${letter}${randomInt(1e6)}`,
    name: `HTX ${letter}`,
  }));
  const [ofA = { id: '', name: '' }, ofB = { id: '', name: '' }] = makers;
  const goods = await putOnSale(testAdmin(stack), { price: 60_000, stock: 9, metadata: { producer: ofA } });
  const email = `${someLogin()}@example.vn`;
  const request = { ...orderRequest(goods, 1, 60_000), email };
  const placed = value(await sendOrder(testShop(stack), request));
  if (placed.outcome !== 'placed') throw new Error(`The order was ${placed.outcome}`);
  const [memberA, memberB] = [
    await newMember(stack, [packerOf(ofA)]),
    await newMember(stack, [packerOf(ofB)]),
  ];
  const person = async ({ id, browser }: { id: string; browser: PlainBrowser }): Promise<Person> => ({
    browser,
    token: await knownToken(database, 'producer', id),
  });
  const people = {
    producerA: await person(memberA),
    producerB: await person(memberB),
    buyerA: await newBuyer(stack.siteUrl, database, email),
    buyerB: await newBuyer(stack.siteUrl, database, `${someLogin()}@example.vn`),
  };
  await database.end();
  return { people, orderId: placed.orderId };
}
