import { LOGGER, PersonalDataVault } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { browserFamily } from './browser-family.js';
import { recordSession, recordUse } from './sign-in-session.repository.js';

const MS_PER_S = 1000;

/** An answered request; outside the provider's own routes it has no part in OpenID Connect. */
type Answered = Pick<KoaContextWithOIDC, 'get' | 'ip'> & { oidc?: KoaContextWithOIDC['oidc'] };

/** Writes down where and when a session is used, as the provider answers. */
@Injectable()
export class SessionRecorder {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** What cannot be written down stops nobody. */
  async record(ctx: Answered): Promise<void> {
    try {
      await this.write(ctx);
    } catch (error) {
      this.logger.warn({ err: error }, 'the use of a session was not recorded');
    }
  }

  private async write(ctx: Answered): Promise<void> {
    const { Session: session, RefreshToken: refresh } = ctx.oidc?.entities ?? {};
    const tx = this.dataSource.manager;
    if (refresh?.sessionUid) await recordUse(tx, refresh.sessionUid);
    const { accountId, loginTs, exp, uid } = session ?? {};
    if (!accountId || !uid || loginTs === undefined || exp === undefined) return;
    await recordSession(tx, {
      uid,
      accountId,
      browser: browserFamily(ctx.get('user-agent')),
      addressSealed: this.vault.seal('secret', ctx.ip),
      beganAt: new Date(loginTs * MS_PER_S),
      lastUsedAt: new Date(),
      expiresAt: new Date(exp * MS_PER_S),
    });
  }
}
