import { newId } from '@app/kernel';
import { CONFIG, inTransaction, LOGGER, PersonalDataVault, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { demoTotpSecret, type IdentityConfig } from '../identity-config.js';
import { putOrganisations } from '../organisation/organisation.repository.js';
import { needsSecondFactor } from '../role/role.js';
import { listRoles } from '../role/role.repository.js';
import { insertSecondFactor } from '../second-factor/second-factor.repository.js';
import type { AccountEntity } from './account.entity.js';
import {
  disableDemoAccounts,
  enableDemoAccounts,
  insertAccounts,
  listDemoAccounts,
  takenUsernames,
} from './account.repository.js';
import { DEMO_ORGANISATIONS, DEMO_PEOPLE, type DemoPerson } from './demo-people.js';
import { hashPassword } from './password.js';

/** Demo mode has everyone the demonstration needs; any other start closes those accounts. */
@Injectable()
export class DemoAccountsService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: IdentityConfig,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async settle(): Promise<void> {
    if (this.config.JZ_MODE === 'demo') {
      await inTransaction(this.dataSource, SERVICE, (tx) => this.seed(tx));
      return;
    }
    const count = await disableDemoAccounts(this.dataSource.manager);
    if (count > 0) this.logger.warn({ count }, 'demo accounts found outside demo mode were disabled');
  }

  private async seed(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('identity/demo-accounts'))`);
    await putOrganisations(tx, DEMO_ORGANISATIONS);
    await enableDemoAccounts(tx);
    const taken = await takenUsernames(
      tx,
      DEMO_PEOPLE.map((person) => person.username),
    );
    const missing = DEMO_PEOPLE.filter((person) => !taken.has(person.username));
    if (missing.length > 0) {
      // One hash for all of them: they share a public password, and a cold start must stay quick.
      const passwordHash = await hashPassword(this.config.DEMO_PASSWORD);
      await insertAccounts(
        tx,
        missing.map((person) => this.accountOf(person, passwordHash)),
      );
    }
    await this.seedSecondFactors(tx);
  }

  /** One secret for all of them, as public as their password. Those who set up their own telephone keep it. */
  private async seedSecondFactors(tx: EntityManager): Promise<void> {
    const book = await listRoles(tx);
    for (const { id, roles } of await listDemoAccounts(tx)) {
      if (!needsSecondFactor(book, roles)) continue;
      await insertSecondFactor(tx, {
        accountId: id,
        secretSealed: this.vault.seal('secret', demoTotpSecret(this.config)),
        lastStep: '0',
        createdAt: new Date(),
      });
    }
  }

  private accountOf(person: DemoPerson, passwordHash: string): AccountEntity {
    const organisation = DEMO_ORGANISATIONS.find((each) => each.id === person.organisation);
    return {
      id: newId(),
      username: person.username,
      passwordHash,
      displayNameSealed: this.vault.seal('name', person.displayName),
      organisationId: organisation?.id ?? null,
      roles: [person.role],
      jurisdiction: organisation?.jurisdiction ?? null,
      isDemo: true,
      createdAt: new Date(),
      disabledAt: null,
      sessionsValidFrom: new Date(0),
    };
  }
}
