import { Migration } from '@medusajs/framework/mikro-orm/migrations';

const times = `"created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`;

export class Migration20261201100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "card_payment" (
      "id" text not null,
      "cart_id" text not null,
      "session_id" text not null,
      "checkout_id" text not null,
      "url" text not null,
      "order_id" text null,
      "amount" bigint not null check ("amount" > 0),
      "money" text check ("money" in ('awaiting', 'captured', 'refunded', 'cancelled', 'expired', 'unclear')) not null,
      "confirming" boolean not null default false,
      "received" bigint null,
      "intent_id" text null,
      "doubt" text null,
      "due_at" timestamptz not null,
      "asked_at" timestamptz null,
      "captured_at" timestamptz null,
      "booked_at" timestamptz null,
      "remark" text null,
      "decided_by" text null,
      "decided_at" timestamptz null,
      ${times},
      constraint "card_payment_pkey" primary key ("id"));`);
    for (const column of ['cart_id', 'session_id', 'checkout_id']) {
      this.addSql(
        `create unique index if not exists "IDX_card_payment_${column}" on "card_payment" ("${column}");`,
      );
    }
    this.addSql(`create index if not exists "IDX_card_payment_order" on "card_payment" ("order_id");`);
    this.addSql(`create index if not exists "IDX_card_payment_open"
      on "card_payment" ("asked_at") where "money" = 'awaiting';`);
    this.addSql(`create index if not exists "IDX_card_payment_unclear"
      on "card_payment" ("created_at") where "money" = 'unclear';`);
    this.addSql(`create index if not exists "IDX_card_payment_unbooked"
      on "card_payment" ("captured_at") where "money" = 'captured' and "booked_at" is null;`);

    this.addSql(`create table if not exists "card_notice" (
      "id" text not null,
      "event_id" text not null,
      "type" text not null,
      "checkout_id" text null,
      "intent_id" text null,
      "state" text check ("state" in ('new', 'done', 'doubted', 'closed')) not null default 'new',
      "received" bigint null,
      "remark" text null,
      "decided_by" text null,
      "decided_at" timestamptz null,
      ${times},
      constraint "card_notice_pkey" primary key ("id"));`);
    this.addSql(`create unique index if not exists "IDX_card_notice_event" on "card_notice" ("event_id");`);
    this.addSql(`create index if not exists "IDX_card_notice_open"
      on "card_notice" ("created_at") where "state" in ('new', 'doubted');`);
    this.addSql(`create index if not exists "IDX_card_notice_created" on "card_notice" ("created_at");`);
  }

  override async down(): Promise<void> {
    for (const table of ['card_notice', 'card_payment']) {
      this.addSql(`drop table if exists "${table}" cascade;`);
    }
  }
}
