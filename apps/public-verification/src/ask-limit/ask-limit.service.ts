import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { provenChallenge } from '@app/credential';
import { CONFIG, PersonalDataVault } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { VerificationConfig } from '../verification.config.js';
import { AskCounter, type CounterSeeds } from './ask-counter.js';
import {
  ADDRESS_WINDOW_MS,
  CHALLENGE_LIFETIME_MS,
  decideAsk,
  SUBJECT_WINDOW_MS,
  subjectsOf,
  type AskLimits,
} from './ask-limit.js';
import { networkOf } from './network.js';
import { SpentProofs } from './spent-proofs.js';

const SALT_BYTES = 12;
const SEAL_BYTES = 18;
const KEY_LABEL = 'jiangzheng/ask-limit/challenge';
const MS_PER_SECOND = 1000;

export interface Ask {
  /** As the gateway says it. */
  address: string;
  /** `POST /verify` */
  route: string;
  parameters: unknown;
  body: unknown;
  /** The header as it came. */
  proof: string | undefined;
}

/** Absent: go on. */
export type Hindrance = { challenge: string } | { retryAfterS: number };

const seeds = (): CounterSeeds => [randomBytes(4).readUInt32LE(), randomBytes(4).readUInt32LE()];

/**
 * Counts in this process alone: behind n replicas an address has up to n times the allowance. Challenges are sealed with a
 * key that all replicas derive alike, so a proof may arrive at another one.
 */
@Injectable()
export class AskLimitService {
  private readonly addresses = new AskCounter(ADDRESS_WINDOW_MS, seeds());
  private readonly subjects = new AskCounter(SUBJECT_WINDOW_MS, seeds());
  private readonly spent = new SpentProofs(CHALLENGE_LIFETIME_MS);
  private readonly limits: AskLimits;
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: VerificationConfig, @Inject(PersonalDataVault) vault: PersonalDataVault) {
    this.limits = {
      freePerAddress: config.ASK_FREE_PER_ADDRESS,
      ceilingPerAddress: config.ASK_CEILING_PER_ADDRESS,
      freePerSubject: config.ASK_FREE_PER_SUBJECT,
      proofBits: config.ASK_PROOF_BITS,
    };
    this.key = vault.derive(KEY_LABEL, 32);
  }

  hindrance(ask: Ask): Hindrance | undefined {
    const now = performance.now();
    const network = networkOf(ask.address);
    let subject = 0;
    for (const each of subjectsOf(ask.parameters, ask.body))
      subject = Math.max(subject, this.subjects.count(each, now));
    const decision = decideAsk({ address: this.addresses.count(network, now), subject }, this.limits);
    if (decision.kind === 'free') return undefined;
    if (decision.kind === 'refuse') return { retryAfterS: ADDRESS_WINDOW_MS / MS_PER_SECOND };
    const place = `${ask.route} ${network}`;
    if (ask.proof !== undefined && this.isProven(ask.proof, place, now)) return undefined;
    return { challenge: this.challenge(decision.bits, place) };
  }

  private challenge(bits: number, place: string): string {
    const expiry = Math.ceil((Date.now() + CHALLENGE_LIFETIME_MS) / MS_PER_SECOND);
    const open = `${expiry}.${bits}.${randomBytes(SALT_BYTES).toString('base64url')}`;
    return `${open}.${this.seal(open, place)}`;
  }

  /** A proof of what was asked for then is enough, also when by now more would be. */
  private isProven(proof: string, place: string, now: number): boolean {
    const challenge = provenChallenge(proof);
    if (challenge === undefined) return false;
    const at = challenge.lastIndexOf('.');
    const seal = Buffer.from(challenge.slice(at + 1));
    const ours = Buffer.from(this.seal(challenge.slice(0, at), place));
    if (seal.length !== ours.length || !timingSafeEqual(seal, ours)) return false;
    if (Number.parseInt(challenge, 10) * MS_PER_SECOND < Date.now()) return false;
    return this.spent.spend(challenge, now);
  }

  private seal(open: string, place: string): string {
    const digest = createHmac('sha256', this.key).update(`${open} ${place}`).digest();
    return digest.subarray(0, SEAL_BYTES).toString('base64url');
  }
}
