import { defineService } from '@app/platform';
import { AccountEntity } from './account/account.entity.js';
import { accountPersons } from './account/account.records.js';
import { SignInFailureEntity } from './account/sign-in-failure.entity.js';
import { ClientEntity } from './client/client.entity.js';
import { IdentityConfig } from './identity-config.js';
import { IdentityModule } from './identity.module.js';
import { Identity1760000000600 } from './migrations/1760000000600-identity.js';
import { People1761000600000 } from './migrations/1761000600000-people.js';
import { mountProvider } from './oidc/mount.js';
import { OidcPayloadEntity } from './oidc/oidc-payload.entity.js';
import { InvitationEntity } from './invitation/invitation.entity.js';
import { OrganisationEntity } from './organisation/organisation.entity.js';
import { identityProblems } from './problems.js';
import { RoleEntity } from './role/role.entity.js';
import { RecoveryCodeEntity } from './second-factor/recovery-code.entity.js';
import { SecondFactorEntity } from './second-factor/second-factor.entity.js';
import { SignInSessionEntity } from './session/sign-in-session.entity.js';
import { SigningKeyEntity } from './signing-key/signing-key.entity.js';

export const service = defineService({
  name: 'identity',
  title: { zh: '身份认证', en: 'Identity' },
  module: IdentityModule,
  config: IdentityConfig,
  problems: identityProblems,
  data: {
    entities: [
      AccountEntity,
      SignInFailureEntity,
      OrganisationEntity,
      RoleEntity,
      InvitationEntity,
      SecondFactorEntity,
      RecoveryCodeEntity,
      SignInSessionEntity,
      ClientEntity,
      SigningKeyEntity,
      OidcPayloadEntity,
    ],
    migrations: [Identity1760000000600, People1761000600000],
    personalData: [
      { table: 'account', key: ['id'], column: 'display_name_sealed', purpose: 'name' },
      { table: 'second_factor', key: ['account_id'], column: 'secret_sealed', purpose: 'secret' },
      { table: 'sign_in_session', key: ['uid'], column: 'address_sealed', purpose: 'secret' },
      { table: 'signing_key', key: ['id'], column: 'jwk_sealed', purpose: 'secret' },
      { table: 'oidc_payload', key: ['model', 'id_sha256'], column: 'payload_sealed', purpose: 'secret' },
    ],
    persons: accountPersons,
  },
  extend: mountProvider,
});
