import { Migration } from '@medusajs/framework/mikro-orm/migrations';

export class Migration20261121213500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "lock_lease" (
      "id" text not null,
      "owner" text null,
      "expires_at" timestamptz null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "lock_lease_pkey" primary key ("id"));`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "lock_lease" cascade;`);
  }
}
