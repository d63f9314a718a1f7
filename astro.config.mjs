// @ts-check
import node from '@astrojs/node';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { todayInVietnam } from '@ocop/rules/date';
import { defineConfig, fontProviders } from 'astro/config';
import path from 'node:path';
import { subsetFonts } from './src/layout/fonts/font-files.ts';
import { LetterCheck } from './src/layout/fonts/letter-check.ts';
import { offlineScanner } from './src/stamps/scanner/offline-build.ts';
import { REPORT_BYTES } from './src/server/body-limit.ts';
import { publicRecord } from './src/record/current.ts';
import { lastChangeOf, lastChanges, onDemandInSitemap } from './src/server/sitemap.ts';
import { productPhotos } from './src/illustration/photo-build.ts';
import { finishBuild } from './src/server/finish-build.ts';
import { listedRoutes } from './src/server/listed-routes.ts';
import { withOwnEntry } from './src/server/own-entry.ts';

const root = import.meta.dirname;
const fonts = await subsetFonts({
  contentDir: path.resolve(root, process.env.CONTENT_DIR ?? 'content'),
  sourceDir: path.join(root, 'src'),
  outDir: path.join(root, '.astro/fonts'),
});
/** The record is loaded when the sitemap is written, once. */
let dated;
const changes = () =>
  (dated ??= publicRecord().then((record) => lastChanges(record, todayInVietnam(new Date()))));
const site = process.env.SITE_URL ?? 'http://localhost:4321';

export default defineConfig({
  site,
  output: 'static',
  outDir: process.env.OUT_DIR ?? './dist',
  // The most any page takes; the server in front keeps all but the report form far below.
  adapter: withOwnEntry(node({ mode: 'middleware', bodySizeLimit: REPORT_BYTES })),
  integrations: [
    react(),
    sitemap({
      i18n: { defaultLocale: 'vi', locales: { vi: 'vi', en: 'en' } },
      customPages: onDemandInSitemap.map((path) => new URL(path, site).href),
      serialize: async (page) => ({ ...page, lastmod: lastChangeOf(page.url, await changes()) }),
    }),
    productPhotos(),
    offlineScanner(),
    listedRoutes(),
    // Last: it lists every file of the build.
    finishBuild(() => LetterCheck.open(fonts)),
  ],
  trailingSlash: 'never',
  build: { format: 'file', inlineStylesheets: 'always', concurrency: 4 },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Be Vietnam Pro',
      cssVariable: '--font-be-vietnam-pro',
      display: 'optional',
      fallbacks: ['system-ui', 'sans-serif'],
      options: { variants: fonts },
    },
  ],
  // Nothing keeps sessions: the cart is a cookie, staff sign in to Medusa.
  session: false,
  // The server in front compares origins itself, in a way that also holds behind a TLS proxy.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0 },
    environments: {
      // The script of ordinary pages is one file, with all it imports: each further file would be a
      // round trip more. What the islands share with it they import from there.
      client: {
        build: {
          rolldownOptions: {
            output: { codeSplitting: { groups: [{ name: 'page', test: /Layout\.astro.*type=script/ }] } },
          },
        },
      },
    },
  },
});
