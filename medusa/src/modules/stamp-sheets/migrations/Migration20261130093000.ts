import { Migration } from '@medusajs/framework/mikro-orm/migrations';

export class Migration20261130093000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "stamp_sheet_job" (
      "id" text not null,
      "range" integer not null,
      "format" text not null,
      "request_hash" text not null,
      "state" text check ("state" in ('waiting', 'writing', 'done', 'failed')) not null,
      "done" integer not null,
      "total" integer not null,
      "bytes" bigint null,
      "problem" text null,
      "host" text not null,
      "file" text not null,
      "expires_at" timestamptz not null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "stamp_sheet_job_pkey" primary key ("id"));`);
    this.addSql(
      `create index if not exists "IDX_stamp_sheet_job_request" on "stamp_sheet_job" ("request_hash");`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "stamp_sheet_job" cascade;`);
  }
}
