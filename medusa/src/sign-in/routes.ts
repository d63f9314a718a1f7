import type { MiddlewareRoute } from '@medusajs/framework/http';
import {
  answerAlike,
  countCodes,
  countPasswords,
  freshSession,
  longPasswords,
  onlyInvited,
  onlyStaffSignIn,
} from './middlewares.ts';
import { onlyPresentStaff } from './only-present-staff.ts';

/** What stands before Medusa's routes of signing in and of staff. */
export const signInRoutes: MiddlewareRoute[] = [
  {
    matcher: '/auth/*',
    middlewares: [onlyStaffSignIn, countPasswords, longPasswords, onlyInvited, answerAlike, freshSession],
  },
  // After Medusa has told whose code it is.
  { matcher: '/auth/mfa/challenges/:id/verify', methods: ['POST'], middlewares: [countCodes] },
  { matcher: '/auth/mfa/factors/:id/verify', methods: ['POST'], middlewares: [countCodes] },
  { matcher: '/auth/mfa/factors/:id', methods: ['DELETE'], middlewares: [countCodes] },
  { matcher: '/admin/*', middlewares: [onlyPresentStaff] },
];
