import { PersonalDataVault } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { claimAttempt, clearFailures } from '../account/sign-in-failure.repository.js';
import { newOneTimeCode, oneTimeCodeDigest } from '../one-time-code/one-time-code.js';
import {
  claimRecoveryCode,
  claimStep,
  countRecoveryCodes,
  findSecondFactor,
  forgetSecondFactor,
  insertSecondFactor,
  replaceRecoveryCodes,
} from './second-factor.repository.js';
import { stepOf } from './totp.js';

const RECOVERY_CODES = 10;

/** What a person typed: the code of the moment, or one of the codes on paper. */
export interface TypedFactor {
  kind: 'app' | 'recovery-code';
  text: string;
}

export type FactorOutcome = { kind: 'accepted' } | { kind: 'refused' } | { kind: 'blocked'; retryAfterS: number };

@Injectable()
export class SecondFactorService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  async has(accountId: string): Promise<boolean> {
    return (await findSecondFactor(this.dataSource.manager, accountId)) !== undefined;
  }

  async recoveryCodesLeft(accountId: string): Promise<number> {
    return countRecoveryCodes(this.dataSource.manager, accountId);
  }

  /** Counts as a failure before it is looked at, like a password; the right one clears the count. */
  async check(accountId: string, typed: TypedFactor): Promise<FactorOutcome> {
    const tx = this.dataSource.manager;
    const failures = this.failureIndex(accountId);
    const retryAfterS = await claimAttempt(tx, failures);
    if (retryAfterS !== undefined) return { kind: 'blocked', retryAfterS };
    const matches =
      typed.kind === 'app' ? this.isCode(tx, accountId, typed.text) : isRecovery(tx, accountId, typed.text);
    if (!(await matches)) return { kind: 'refused' };
    await clearFailures(tx, failures);
    return { kind: 'accepted' };
  }

  /**
   * @param code of the app, which shows that the secret arrived there
   * @returns the recovery codes, to be shown once; nothing when the code is wrong or there is a second factor already
   */
  async enrol(
    tx: EntityManager,
    accountId: string,
    secret: string,
    code: string,
    now: Date,
  ): Promise<string[] | undefined> {
    const step = stepOf(secret, code, now.getTime());
    if (step === undefined) return undefined;
    const made = await insertSecondFactor(tx, {
      accountId,
      secretSealed: this.vault.seal('secret', secret),
      lastStep: String(step),
      createdAt: now,
    });
    return made ? this.renewRecoveryCodes(tx, accountId) : undefined;
  }

  /** In place of the one there is. */
  async replace(
    tx: EntityManager,
    accountId: string,
    secret: string,
    code: string,
    now: Date,
  ): Promise<string[] | undefined> {
    if (stepOf(secret, code, now.getTime()) === undefined) return undefined;
    await forgetSecondFactor(tx, accountId);
    return this.enrol(tx, accountId, secret, code, now);
  }

  async renewRecoveryCodes(tx: EntityManager, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newOneTimeCode);
    await replaceRecoveryCodes(
      tx,
      accountId,
      codes.map((code) => oneTimeCodeDigest(code) ?? ''),
    );
    return codes;
  }

  private async isCode(tx: EntityManager, accountId: string, typed: string): Promise<boolean> {
    const factor = await findSecondFactor(tx, accountId);
    if (!factor) return false;
    const step = stepOf(this.vault.open('secret', factor.secretSealed), typed, Date.now());
    return step !== undefined && (await claimStep(tx, accountId, step));
  }

  /** Of another purpose than that of usernames: nobody can type a name that makes somebody else wait here. */
  private failureIndex(accountId: string): string {
    return this.vault.index('secret', `second-factor ${accountId}`);
  }
}

async function isRecovery(tx: EntityManager, accountId: string, typed: string): Promise<boolean> {
  const digest = oneTimeCodeDigest(typed);
  return digest !== undefined && claimRecoveryCode(tx, accountId, digest);
}
