import { Migration } from '@medusajs/framework/mikro-orm/migrations';

/** Whose lease it is, so that one whose process is gone need not be waited for. */
export class Migration20261130213200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "lock_lease" add column if not exists "process" integer null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "lock_lease" drop column if exists "process";`);
  }
}
