import type { MiddlewareRoute } from '@medusajs/framework/http';
import {
  changeGrants,
  disableMember,
  invitationAcceptance,
  invitationLook,
  inviteMember,
  linkRequest,
  linkUse,
  passwordChange,
  signInRequest,
  signOutRequest,
} from '@ocop/contract/people';
import type { Schema } from '@ocop/contract/fields';
import { handOverRequest } from '@ocop/contract/producer-desk';
import { validBody } from '../api/body.ts';
import { onlySignedIn } from './session.ts';

const posted = (matcher: string, schema: Schema): MiddlewareRoute => ({
  matcher,
  methods: ['POST'],
  middlewares: [validBody(schema)],
});

/** What stands before the routes of accounts. */
export const peopleRoutes: MiddlewareRoute[] = [
  ...['session', 'sign-out', 'password', 'orders'].map((name) => ({
    matcher: `/site/people/${name}`,
    middlewares: [onlySignedIn],
  })),
  { matcher: '/site/desk/*', middlewares: [onlySignedIn] },
  posted('/site/people/sign-in', signInRequest),
  posted('/site/people/links', linkRequest),
  posted('/site/people/links/use', linkUse),
  posted('/site/people/invitations/look', invitationLook),
  posted('/site/people/invitations/accept', invitationAcceptance),
  posted('/site/people/password', passwordChange),
  posted('/site/people/sign-out', signOutRequest),
  posted('/site/desk/parcels/:orderId/handed-over', handOverRequest),
  posted('/admin/people', inviteMember),
  posted('/admin/people/:id/grants', changeGrants),
  posted('/admin/people/:id/disabled', disableMember),
];
