import { decodeLogEntry, parseEntryBundle, type LogEntry, type PublicJwk } from '@app/credential';
import type { Principal } from '@app/platform';
import { eventually, type TestAnswer, type TestService } from '@app/testing';
import { SigningKeyService } from '../src/signing-key/signing-key.service.js';
import { province, province2, Reporter } from './reporter.js';

export const KEY_CHANGED = 'certificate-issuance.signing-key.changed.v1';
const NORTH = 'org-north';
const BEGIN = Date.parse('2026-12-01T02:00:00Z');
const STEP_MS = 20 * 60_000;

export interface ShownKey extends PublicJwk {
  kid: string;
  state: 'next' | 'active' | 'retired' | 'compromised';
  issuer: string;
  compromisedFrom?: number;
  notBefore?: string;
  retiredAt?: string;
}

/** `409 key-change/open`, or the state of what was changed. */
export const codeOf = ({ status, body }: TestAnswer): string =>
  `${status} ${String(body.type ?? body.state)
    .split(':')
    .at(-1)}`;

/** Officers of the province at the keys of one body that issues. */
export class KeyDesk {
  readonly keys: SigningKeyService;
  private steps = 0;

  private constructor(
    private readonly issuance: TestService,
    private readonly reporter: Reporter,
  ) {
    this.keys = issuance.get<SigningKeyService>(SigningKeyService);
  }

  static async open(issuance: TestService): Promise<KeyDesk> {
    issuance.setNow(new Date(BEGIN).toISOString());
    const desk = new KeyDesk(issuance, await Reporter.withFiling(issuance));
    await desk.signer();
    return desk;
  }

  /** The next key has been published for long enough. */
  later(): void {
    this.steps += 1;
    this.issuance.setNow(new Date(BEGIN + this.steps * STEP_MS).toISOString());
  }

  signer() {
    return this.keys.signerFor(NORTH);
  }

  post(path: string, as: Partial<Principal>, json: object = {}): Promise<TestAnswer> {
    return this.issuance.request('POST', path, { as, json });
  }

  async proposeRotation(): Promise<string> {
    return (await this.post(`/keys/${NORTH}/rotate`, province, { reason: '年度轮换' })).body.id as string;
  }

  confirm(id: string, as: Partial<Principal> = province2): Promise<TestAnswer> {
    return this.post(`/key-changes/${id}/confirm`, as);
  }

  async shownKeys(): Promise<ShownKey[]> {
    const { body } = await this.issuance.request('GET', '/keys');
    return body.keys.filter((key: ShownKey) => key.issuer.endsWith(NORTH));
  }

  async shown(kid: string): Promise<ShownKey> {
    const key = (await this.shownKeys()).find((each) => each.kid === kid);
    if (!key) throw new Error('the key is not published');
    return key;
  }

  async issueRoll(count: number): Promise<TestAnswer & { rollId: string }> {
    const roll = await this.reporter.plannedRoll();
    await this.reporter.report(roll, 1, this.reporter.people(count));
    return { ...(await this.post(`/rolls/${roll.rollId}/issue`, province)), rollId: roll.rollId };
  }

  /** The log so far, every leaf at its index. */
  async log(): Promise<LogEntry[]> {
    const { dataSource } = this.issuance;
    await eventually(
      async () => (await dataSource.query('SELECT 1 FROM log_batch WHERE first_index IS NULL')).length === 0,
      'all leaves to have their places',
    );
    const rows: { leaves: number; entries: Buffer }[] = await dataSource.query(
      'SELECT leaves, entries FROM log_batch ORDER BY first_index',
    );
    return rows.flatMap((row) => parseEntryBundle(row.entries, row.leaves)).map((bytes) => decodeLogEntry(bytes));
  }
}

export const indexesOf = (entries: readonly LogEntry[], wanted: (entry: LogEntry) => boolean): number[] =>
  entries.flatMap((entry, index) => (wanted(entry) ? [index] : []));
