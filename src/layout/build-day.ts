import { todayInVietnam } from '@ocop/rules/date';

/** The day static pages are built for. Pages made on demand must take the day of the request. */
export const buildDay = todayInVietnam(new Date());
