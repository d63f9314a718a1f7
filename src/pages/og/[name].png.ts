import type { APIRoute, GetStaticPaths } from 'astro';
import { productSets } from '@ocop/rules/taxonomy';
import { sharePicture } from '../../illustration/og.ts';

export const getStaticPaths = (() => [
  { params: { name: 'site' }, props: { set: null } },
  ...productSets.map((set) => ({ params: { name: set.slug }, props: { set: set.no } })),
]) satisfies GetStaticPaths;

/** Pictures for shared links: one of the site, one of each product set. */
export const GET: APIRoute<{ set: number | null }> = async ({ props }) =>
  new Response(Buffer.from(await sharePicture(props.set)), {
    headers: { 'content-type': 'image/png' },
  });
