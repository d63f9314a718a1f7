/** What the built server hands to the process that serves it: Astro, and what is answered before it. */
export { handler } from '@astrojs/node/server.js';
export { answerStamp } from '../stamps/page/stamp-http.server.ts';
