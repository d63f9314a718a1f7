import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type {
  AuthenticationInput,
  AuthenticationResponse,
  AuthIdentityProviderService,
} from '@medusajs/framework/types';
import type { AbstractAuthModuleProvider } from '@medusajs/framework/utils';
import emailpass from '@medusajs/medusa/auth-emailpass';
import { comparing, TOO_MANY } from './hash-gate.ts';

interface PasswordProvider extends AbstractAuthModuleProvider {
  authenticate(
    data: AuthenticationInput,
    identities: AuthIdentityProviderService,
  ): Promise<AuthenticationResponse>;
}

const [EmailPass] = emailpass.default.services;
if (!EmailPass) throw new Error('Medusa has no provider for passwords.');

/** What Medusa's own provider asks of scrypt for each password it compares. */
const WORK = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const kdf = promisify<string, Buffer, number, typeof WORK, Buffer>(scrypt);

/** Passwords as Medusa keeps them, by an answer that takes as long for an address nobody has. */
export class StaffPasswords extends (EmailPass as new (...given: unknown[]) => PasswordProvider) {
  static identifier = 'emailpass';
  static DISPLAY_NAME = 'Email/Password Authentication';

  override async authenticate(
    data: AuthenticationInput,
    identities: AuthIdentityProviderService,
  ): Promise<AuthenticationResponse> {
    const answer = await comparing(async () => {
      const { email, password } = data.body ?? {};
      if (typeof email === 'string' && typeof password === 'string' && password !== '') {
        const known = await identities.retrieve({ entity_id: email }).catch(() => null);
        if (!known) await kdf(password, randomBytes(32), 64, WORK);
      }
      return super.authenticate(data, identities);
    });
    return answer ?? { success: false, error: TOO_MANY };
  }
}
