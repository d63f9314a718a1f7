import { z } from 'zod';
import type { AdminApi } from './admin-api.ts';
import { DELETES_NOTHING_SINCE, WITHDRAWN, type StoredPack, type StoredProduct } from './catalogue.ts';

const metadata = z.record(z.string(), z.unknown()).nullable();
const productShape = z.object({
  id: z.string(),
  external_id: z.string().nullable(),
  handle: z.string(),
  status: z.string(),
  deleted_at: z.string().nullish(),
  metadata,
  options: z.array(z.object({ id: z.string() })),
  variants: z.array(
    z.object({ id: z.string(), sku: z.string().nullable(), deleted_at: z.string().nullish(), metadata }),
  ),
});
type Found = z.output<typeof productShape>;

const FIELDS =
  'id,external_id,handle,status,deleted_at,metadata,options.id,' +
  'variants.id,variants.sku,variants.deleted_at,variants.metadata';
const PAGE = 500;

/** What earlier syncs wrote into Medusa and the status each product has, those that staff deleted since included. */
export async function storedProducts(admin: AdminApi): Promise<{ product: StoredProduct; status: string }[]> {
  const found: { product: StoredProduct; status: string }[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { products, count } = await admin.get(
      z.object({ products: z.array(productShape), count: z.number() }),
      '/admin/products',
      { fields: FIELDS, order: 'id', limit: PAGE, offset, with_deleted: true },
    );
    found.push(
      ...products.flatMap((one) => {
        const product = writtenBySync(one);
        return product ? [{ product, status: one.status }] : [];
      }),
    );
    if (offset + PAGE >= count) return found;
  }
}

/** A product without a content hash was made by staff in Medusa Admin: not ours to touch. */
function writtenBySync(found: Found): StoredProduct | null {
  const hash = found.metadata?.content_hash;
  if (found.external_id === null || typeof hash !== 'string') return null;
  const deleted = isSet(found.deleted_at);
  if (deleted && !isKept(found.metadata)) return null;
  const from = found.metadata?.withdrawn_from;
  return {
    id: found.id,
    externalId: found.external_id,
    handle: found.handle,
    hash,
    withdrawnFrom: typeof from === 'string' && from !== '' ? from : hash === WITHDRAWN ? 'published' : null,
    deleted,
    optionId: found.options[0]?.id ?? null,
    packs: found.variants.flatMap(packOf),
  };
}

function packOf({ id, sku, deleted_at, metadata: facts }: Found['variants'][number]): StoredPack[] {
  const deleted = isSet(deleted_at);
  if (deleted && !isKept(facts)) return [];
  const contentPrice = typeof facts?.content_price === 'number' ? facts.content_price : null;
  const noted = facts?.content_weight;
  const contentWeight = typeof noted === 'number' || noted === null ? noted : undefined;
  return [{ id, sku: sku ?? '', contentPrice, contentWeight, withdrawn: facts?.withdrawn === true, deleted }];
}

const isSet = (at: string | null | undefined) => at !== null && at !== undefined;

/** Whether a version wrote it that deletes nothing, so that what is gone is the work of staff. */
const isKept = (facts: z.output<typeof metadata>) =>
  typeof facts?.content_shape === 'number' && facts.content_shape >= DELETES_NOTHING_SINCE;
