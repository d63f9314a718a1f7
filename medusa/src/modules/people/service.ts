import type { DAL } from '@medusajs/framework/types';
import { MedusaService } from '@medusajs/framework/utils';
import { attemptsIn } from './attempts.ts';
import { linksIn } from './links.ts';
import { membersIn } from './members.ts';
import {
  Invitation,
  Person,
  PersonChange,
  PersonSession,
  RoleGrant,
  SignInCount,
  SignInLink,
} from './models/people.ts';
import { sessionsIn } from './sessions.ts';
import { sqlOf } from './sql.ts';

const models = { Person, RoleGrant, Invitation, SignInLink, PersonSession, SignInCount, PersonChange };

/** From the environment, see src/env.ts. */
export interface PeopleSettings {
  /** Origin of the site, where invitations and links lead. */
  siteUrl: string;
}

/** Accounts of people who sign in on the site. Passwords are not here: Medusa's auth module has them. */
export class PeopleService extends MedusaService(models) {
  readonly members: ReturnType<typeof membersIn>;
  readonly sessions: ReturnType<typeof sessionsIn>;
  readonly links: ReturnType<typeof linksIn>;
  readonly attempts: ReturnType<typeof attemptsIn>;
  readonly settings: Readonly<PeopleSettings>;

  constructor(container: { baseRepository: DAL.RepositoryService }, options: Partial<PeopleSettings> = {}) {
    super(container, options);
    const sql = sqlOf(container.baseRepository);
    this.settings = { siteUrl: 'http://localhost:4321', ...options };
    this.members = membersIn(sql);
    this.sessions = sessionsIn(sql);
    this.links = linksIn(sql);
    this.attempts = attemptsIn(sql);
  }
}
