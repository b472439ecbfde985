import { ROLES, type Role } from '@app/platform';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { PersonState } from './person.js';

const USERNAME_LENGTH_MAX = 64;
const NAME_LENGTH_MAX = 100;

export class RolesDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles!: Role[];
}

export class InviteDto extends RolesDto {
  /** 用户名: 2–64 of a–z, 0–9, dot, hyphen and underscore; capitals and full-width letters are brought to this form. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(USERNAME_LENGTH_MAX)
  username!: string;

  /** 姓名 */
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH_MAX)
  displayName!: string;
}

export class PersonView {
  id!: string;
  username!: string;
  displayName!: string;
  roles!: string[];
  /** `invited` has an open invitation and no password yet; `locked-out` has neither and needs a reset. */
  state!: PersonState;
  hasSecondFactor!: boolean;
  createdAt!: string;
  /** Absent without an open invitation. */
  invitationExpiresAt?: string;
}

export class PersonPage {
  items!: PersonView[];
  /** Absent on the last page. */
  next?: string;
}

export class InvitationView {
  person!: PersonView;
  /** Shown this once: only a digest of it is kept. */
  invitationCode!: string;
  /** Where the person uses it. */
  invitationUrl!: string;
  invitationExpiresAt!: string;
}
