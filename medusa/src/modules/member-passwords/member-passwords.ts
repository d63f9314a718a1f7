import { StaffPasswords } from '../staff-passwords/staff-passwords.ts';
import { MEMBER_PASSWORDS } from './name.ts';

/**
 * The passwords of members, kept and compared as those of staff and apart from them: somebody who is both has two,
 * and the sign-in of staff never meets a member's. A password is filed under the person's id, not the login.
 */
export class MemberPasswords extends StaffPasswords {
  static override identifier = MEMBER_PASSWORDS;
  static override DISPLAY_NAME = 'Password of a member';
}
