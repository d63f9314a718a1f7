import type { APIRoute, GetStaticPaths } from 'astro';
import { motifs } from '../../illustration/drawing.ts';
import type { Motif } from '../../illustration/drawing.ts';
import { sharePicture } from '../../illustration/og.ts';

export const getStaticPaths = (() => [
  { params: { name: 'site' }, props: { motif: null } },
  ...(Object.keys(motifs) as Motif[]).map((motif) => ({ params: { name: motif }, props: { motif } })),
]) satisfies GetStaticPaths;

/** Pictures for shared links: one of the site, one of each drawing. */
export const GET: APIRoute<{ motif: Motif | null }> = async ({ props }) =>
  new Response(Buffer.from(await sharePicture(props.motif)), {
    headers: { 'content-type': 'image/png' },
  });
