import type { APIRoute } from 'astro';
import { allPhotos } from '../illustration/photos.ts';

/** Which sizes of which photos the build made; the build's last step moves it into the record. */
export const GET: APIRoute = async () => Response.json(await allPhotos());
