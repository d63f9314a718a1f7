import { Migration } from "@medusajs/framework/mikro-orm/migrations";
import { lookupFunction } from '../stamps/lookup-function.ts';

/** Whether a device was here lately is reckoned by the clock that dates its scans. */
export class Migration20261130200000 extends Migration {

  override async up(): Promise<void> {
    this.addSql(lookupFunction({ productId: true, at: true }));
  }

  override async down(): Promise<void> {
    this.addSql(lookupFunction({ productId: true, at: false }));
  }

}
