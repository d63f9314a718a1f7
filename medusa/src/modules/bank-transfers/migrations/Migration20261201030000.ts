import { Migration } from '@medusajs/framework/mikro-orm/migrations';

const times = `"created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`;

export class Migration20261201030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "awaited_transfer" (
      "id" text not null,
      "cart_id" text not null,
      "session_id" text not null,
      "order_id" text null,
      "amount" bigint not null check ("amount" > 0),
      "money" text check ("money" in ('awaiting', 'captured', 'cancelled', 'expired')) not null,
      "due_at" timestamptz not null,
      "captured_at" timestamptz null,
      "booked_at" timestamptz null,
      ${times},
      constraint "awaited_transfer_pkey" primary key ("id"));`);
    this.addSql(
      `create unique index if not exists "IDX_awaited_transfer_cart" on "awaited_transfer" ("cart_id");`,
    );
    this.addSql(
      `create unique index if not exists "IDX_awaited_transfer_session" on "awaited_transfer" ("session_id");`,
    );
    this.addSql(
      `create index if not exists "IDX_awaited_transfer_order" on "awaited_transfer" ("order_id");`,
    );
    this.addSql(`create index if not exists "IDX_awaited_transfer_due"
      on "awaited_transfer" ("due_at") where "money" = 'awaiting';`);
    this.addSql(`create index if not exists "IDX_awaited_transfer_unbooked"
      on "awaited_transfer" ("captured_at") where "money" = 'captured' and "booked_at" is null;`);

    this.addSql(`create table if not exists "bank_transfer" (
      "id" text not null,
      "source" text not null,
      "source_id" text not null,
      "account" text null,
      "amount" bigint not null check ("amount" > 0),
      "booked_at" timestamptz not null,
      "note" text not null,
      "reference" text null,
      "state" text check ("state" in ('new', 'settled', 'doubted', 'closed')) not null default 'new',
      "doubt" text null,
      "order_id" text null,
      "awaited_id" text null references "awaited_transfer" ("id"),
      "closing" text null,
      "remark" text null,
      "decided_by" text null,
      "decided_at" timestamptz null,
      ${times},
      constraint "bank_transfer_pkey" primary key ("id"));`);
    this.addSql(`create unique index if not exists "IDX_bank_transfer_told"
      on "bank_transfer" ("source", "source_id");`);
    this.addSql(`create index if not exists "IDX_bank_transfer_open"
      on "bank_transfer" ("created_at") where "state" in ('new', 'doubted');`);
    this.addSql(`create index if not exists "IDX_bank_transfer_reference"
      on "bank_transfer" ("reference", "amount") where "reference" is not null;`);
    this.addSql(`create index if not exists "IDX_bank_transfer_awaited" on "bank_transfer" ("awaited_id");`);
    this.addSql(`create index if not exists "IDX_bank_transfer_order" on "bank_transfer" ("order_id");`);
    this.addSql(`create index if not exists "IDX_bank_transfer_booked" on "bank_transfer" ("booked_at");`);

    this.addSql(`create table if not exists "transfer_refund" (
      "id" text not null,
      "key" text not null,
      "awaited_id" text not null references "awaited_transfer" ("id"),
      "amount" bigint not null check ("amount" > 0),
      "why" text check ("why" in ('refund', 'overpaid')) not null,
      "paid_back_at" timestamptz null,
      "paid_back_by" text null,
      "remark" text null,
      ${times},
      constraint "transfer_refund_pkey" primary key ("id"));`);
    this.addSql(`create unique index if not exists "IDX_transfer_refund_key" on "transfer_refund" ("key");`);
    this.addSql(`create index if not exists "IDX_transfer_refund_owed"
      on "transfer_refund" ("created_at") where "paid_back_at" is null;`);
    this.addSql(
      `create index if not exists "IDX_transfer_refund_awaited" on "transfer_refund" ("awaited_id");`,
    );
  }

  override async down(): Promise<void> {
    for (const table of ['transfer_refund', 'bank_transfer', 'awaited_transfer']) {
      this.addSql(`drop table if exists "${table}" cascade;`);
    }
  }
}
