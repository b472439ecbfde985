import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, type KeyObject } from 'node:crypto';
import type * as tlog from '../../libs/credential/src/tlog/index.ts';
import { StartError } from './errors.ts';
import { readIfPresent, writeFileAtomically } from './files.ts';

type Tlog = typeof tlog;

const sha256: tlog.Hash = (data) => hash('sha256', data, 'buffer');
const KEY_BYTES = 32;
const MS_PER_S = 1_000;
const LOG_KEY_LIMIT_MS = 2_000;
/** One is enough; anyone may send the same again in other words. */
const FORKS_MAX = 100;
const FORK_NAME_CHARS = 16;

interface State {
  name: string;
  /** PKCS #8, base64: Ed25519. */
  privateKey: string;
  /** Verifier keys of logs that were believed on first sight. */
  pinned: string[];
  /** By origin: the last checkpoint that was cosigned. */
  logs: Record<string, { size: number; root: string }>;
}

export interface WitnessOptions {
  name: string;
  stateFile: string;
  /** Verifier keys of the logs that are witnessed. */
  logKeys: readonly string[];
  /** Where to ask for the key of a log that is new: believed once, then kept. For demonstrations. */
  logKeyFrom?: string | undefined;
}

export interface WitnessAnswer {
  status: number;
  body: string;
  contentType: string;
}

const PLAIN = 'text/plain; charset=utf-8';

/**
 * A witness of C2SP tlog-witness. It keeps one checkpoint a log, on disk before it signs: what was cosigned once is not
 * forgotten when the process is killed.
 */
export class WitnessDesk {
  readonly verifierKey: string;
  private readonly lib: Tlog;
  private readonly options: WitnessOptions;
  private readonly state: State;
  private readonly key: KeyObject;
  private readonly publicKey: Uint8Array;
  private last: Promise<unknown> = Promise.resolve();
  private forks = 0;

  constructor(lib: Tlog, options: WitnessOptions) {
    this.lib = lib;
    this.options = options;
    this.state = openState(options);
    this.key = createPrivateKey({ key: Buffer.from(this.state.privateKey, 'base64'), format: 'der', type: 'pkcs8' });
    const der = createPublicKey(this.key).export({ type: 'spki', format: 'der' });
    this.publicKey = new Uint8Array(der.subarray(-KEY_BYTES));
    const named = { name: this.state.name, publicKey: this.publicKey };
    this.verifierKey = lib.formatVerifierKey({ ...named, type: 4 }, sha256);
    for (const key of options.logKeys) lib.parseVerifierKey(key, sha256);
  }

  /** One after the other: two that come at once must not both follow the same checkpoint. */
  addCheckpoint(body: string): Promise<WitnessAnswer> {
    const answer = this.last.then(() => this.decide(body));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async decide(body: string): Promise<WitnessAnswer> {
    const keys = await this.trusted();
    const decision = await this.lib.decideAddCheckpoint(body, {
      hash: sha256,
      verifiersOf: (origin) => keys.filter(({ name }) => name === origin).map(this.lib.noteVerifier),
      latestOf: (origin) => {
        const known = this.state.logs[origin];
        return known && { size: known.size, root: Buffer.from(known.root, 'base64') };
      },
    });
    if (decision.status === 409 || decision.status === 422) this.keepFork(body, decision.status);
    if (decision.status === 409) return { status: 409, body: decision.body, contentType: decision.contentType };
    if (decision.status !== 200) return { status: decision.status, body: '', contentType: PLAIN };
    const { origin, size, root } = decision.record;
    const kept = this.state.logs[origin];
    if (kept?.size !== size) {
      this.state.logs[origin] = { size, root: Buffer.from(root).toString('base64') };
      this.save();
    }
    return { status: 200, body: await this.cosign(decision.text), contentType: PLAIN };
  }

  /**
   * A checkpoint that the log signed and that does not follow is kept beside the state: two roots for one size prove a
   * fork, and what came with a proof that does not hold may.
   */
  private keepFork(body: string, status: 409 | 422): void {
    const { checkpoint: note } = this.lib.parseAddCheckpoint(body);
    const { origin, size, root } = this.lib.parseCheckpoint(this.lib.parseNote(note).text);
    const known = this.state.logs[origin];
    // Another old size is how a log finds out where the witness is.
    const twoRoots = known?.size === size && known.root !== Buffer.from(root).toString('base64');
    if (status === 409 && !twoRoots) return;
    const file = `${this.options.stateFile}.fork-${hash('sha256', note).slice(0, FORK_NAME_CHARS)}`;
    if (this.forks < FORKS_MAX && readIfPresent(file) === undefined) {
      this.forks += 1;
      writeFileAtomically(file, body);
    }
  }

  private async cosign(text: string): Promise<string> {
    const named = { name: this.state.name, publicKey: this.publicKey };
    const now = (): number => Math.floor(Date.now() / MS_PER_S);
    const signer = this.lib.cosigner(named, (bytes) => sign(null, bytes, this.key), now, sha256);
    const signature = await signer.sign(new TextEncoder().encode(text));
    return this.lib.formatSignature({ name: signer.name, keyId: signer.keyId, signature });
  }

  private async trusted(): Promise<tlog.VerifierKey[]> {
    const { logKeys, logKeyFrom } = this.options;
    if (logKeyFrom !== undefined && this.state.pinned.length === 0) {
      const response = await fetch(logKeyFrom, { signal: AbortSignal.timeout(LOG_KEY_LIMIT_MS) });
      const { verifierKey } = (await response.json()) as { verifierKey: string };
      this.lib.parseVerifierKey(verifierKey, sha256);
      this.state.pinned.push(verifierKey);
      this.save();
    }
    return [...logKeys, ...this.state.pinned].map((key) => this.lib.parseVerifierKey(key, sha256));
  }

  private save(): void {
    writeState(this.options.stateFile, this.state);
  }
}

function writeState(file: string, state: State): void {
  writeFileAtomically(file, `${JSON.stringify(state, undefined, 2)}\n`);
}

/** A damaged file is not made anew: a witness that forgot may cosign a fork. */
function openState({ stateFile, name }: WitnessOptions): State {
  const text = readIfPresent(stateFile);
  if (text === undefined) {
    const { privateKey } = generateKeyPairSync('ed25519');
    const der = privateKey.export({ type: 'pkcs8', format: 'der' });
    const state: State = { name, privateKey: der.toString('base64'), pinned: [], logs: {} };
    writeState(stateFile, state);
    return state;
  }
  let state: Partial<State> = {};
  try {
    state = JSON.parse(text) as Partial<State>;
  } catch {
    // Said below.
  }
  if (typeof state.privateKey !== 'string' || state.name !== name || !state.logs || !Array.isArray(state.pinned)) {
    throw new StartError(
      `${stateFile} 已损坏，或不属于见证方 ${name}。请从备份恢复；新建会忘记已联署过的检查点。`,
      `${stateFile} is damaged or not the witness ${name}’s. Restore it: a new one would forget what was cosigned.`,
    );
  }
  return state as State;
}
