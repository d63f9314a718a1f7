/** What the sitemap says beyond the list of built pages. */
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { paths } from '../i18n/paths.ts';
import { languages } from '../i18n/index.ts';
import { buildDay } from '../layout/build-day.ts';
import { publicRecord } from '../record/current.ts';
import { dayOfPage, pageDays } from './page-days.ts';

/**
 * The sitemap of a build: every built page, the stamp check and the recalls, in both languages, with the day it last
 * changed where the record knows one.
 * @param site public origin
 */
export function recordSitemap(site: string): AstroIntegration {
  let days: ReturnType<typeof pageDays> | undefined;
  return sitemap({
    i18n: { defaultLocale: 'vi', locales: { vi: 'vi', en: 'en' } },
    // Made on demand: the page most people look for, and the one they should find.
    customPages: languages.flatMap((lang) => [site + paths(lang).stampCheck, site + paths(lang).recalls()]),
    async serialize(item) {
      days ??= pageDays(await publicRecord(), buildDay);
      const day = dayOfPage(days, new URL(item.url).pathname);
      return day === null ? item : { ...item, lastmod: day };
    },
  });
}
