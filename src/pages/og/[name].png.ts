import type { APIRoute, GetStaticPaths } from 'astro';
import { productSets } from '@ocop/rules/taxonomy';
import { motifOfSet } from '../../illustration/drawing.ts';
import type { Motif } from '../../illustration/drawing.ts';
import { motifOfProduct } from '../../illustration/kinds.ts';
import { sharePicture } from '../../illustration/og.ts';
import { publicRecord } from '../../record/current.ts';

export const getStaticPaths = (async () => {
  const { products } = await publicRecord();
  const shown = new Set<Motif>(products.map(({ set, name }) => motifOfProduct(set, name.vi)));
  return [
    { params: { name: 'site' }, props: { motif: 'pot' as Motif } },
    ...productSets.map((set) => ({ params: { name: set.slug }, props: { motif: motifOfSet(set.no) } })),
    ...[...shown].map((motif) => ({ params: { name: `hinh-${motif}` }, props: { motif } })),
  ];
}) satisfies GetStaticPaths;

/** Pictures for shared links: of the site, of each product set, of each thing a product is drawn as. */
export const GET: APIRoute<{ motif: Motif }> = async ({ props }) =>
  new Response(Buffer.from(await sharePicture(props.motif)), {
    headers: { 'content-type': 'image/png' },
  });
