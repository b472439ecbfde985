import { createHash, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  consistencyProof,
  cosigner,
  decideAddCheckpoint,
  ed25519Signer,
  emptyRoot,
  formatAddCheckpoint,
  formatCheckpoint,
  formatSignature,
  formatVerifierKey,
  leafHash,
  LogTree,
  openNote,
  parseAddCheckpoint,
  parseNote,
  parseSignature,
  signNote,
  tilePath,
  verifierOf,
  type Hash,
  type NoteVerifier,
  type TileReader,
  type WitnessDecision,
  type WitnessedTree,
} from './index.js';

const sha256: Hash = (data) => createHash('sha256').update(data).digest();
const ORIGIN = 'log.example/one';

/** The example of C2SP tlog-witness, the second signature line left out. */
const PUBLISHED = `old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
`;

function newKey(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
  return { key: { name, publicKey: raw }, sign: (bytes: Uint8Array): Uint8Array => signBytes(null, bytes, privateKey) };
}

function newLog(entry: string) {
  const tree = LogTree.empty(sha256);
  const tiles = new Map<string, Uint8Array>();
  const roots = new Map([[0, tree.root()]]);
  for (let size = 1; size <= 300; size += 1) {
    for (const { path, bytes } of tree.append([leafHash(Buffer.from(`${entry} ${size}`), sha256)]))
      tiles.set(path, bytes);
    roots.set(size, tree.root());
  }
  const readTile: TileReader = (level, index, width) =>
    Promise.resolve(tiles.get(tilePath(level, index, width)) ?? tiles.get(tilePath(level, index)) ?? new Uint8Array(0));
  return { readTile, rootAt: (size: number) => roots.get(size) ?? new Uint8Array(0) };
}

describe('add-checkpoint', () => {
  it('is read and written as the specification shows it', () => {
    const request = parseAddCheckpoint(PUBLISHED);
    expect([request.oldSize, request.proof.length]).toEqual([20_852_014, 4]);
    expect(request.checkpoint.startsWith('example.com/behind-the-sofa\n')).toBe(true);
    expect(formatAddCheckpoint(request)).toBe(PUBLISHED);
  });

  it('is refused in any other form', () => {
    const bodies = [
      PUBLISHED.replace('old 20852014', 'old 020852014'),
      PUBLISHED.replace('old ', 'new '),
      PUBLISHED.replace('old 20852014', 'old -1'),
      PUBLISHED.replace('PlRN', 'Pl*N'),
      PUBLISHED.replace('PlRNCrwH', ''),
      PUBLISHED.slice(0, PUBLISHED.indexOf('\n\n')),
      `old 1\n${'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n'.repeat(64)}\nx`,
      '',
    ];
    for (const body of bodies) expect(() => parseAddCheckpoint(body)).toThrow('tlog/malformed');
  });
});

describe('a witness', () => {
  const logKey = newKey(ORIGIN);
  const witnessKey = newKey('witness.example/harbin');
  const log = newLog('leaf');
  const fork = newLog('fork');
  let verifiers: NoteVerifier[];

  const bodyFor = async (oldSize: number, size: number, source = log, key = logKey): Promise<string> => {
    const text = formatCheckpoint({ origin: key.key.name, size, root: source.rootAt(size) });
    const checkpoint = await signNote(text, [ed25519Signer(key.key, key.sign, sha256)]);
    const proof = oldSize <= size ? await consistencyProof(oldSize, size, source.readTile, sha256) : [];
    return formatAddCheckpoint({ oldSize, proof, checkpoint });
  };
  const decide = (body: string, latest?: WitnessedTree): Promise<WitnessDecision> =>
    decideAddCheckpoint(body, {
      verifiersOf: (origin) => (origin === ORIGIN ? verifiers : []),
      latestOf: () => latest,
      hash: sha256,
    });
  const seen = (size: number): WitnessedTree => ({ size, root: log.rootAt(size) });

  beforeAll(() => {
    verifiers = [verifierOf(formatVerifierKey({ ...logKey.key, type: 1 }, sha256), sha256)];
  });

  it('takes the first checkpoint, a later one and the same one again', async () => {
    const first = await decide(await bodyFor(0, 5));
    expect(first).toMatchObject({ status: 200, record: { origin: ORIGIN, size: 5 }, replaces: undefined });
    expect(await decide(await bodyFor(5, 300), seen(5))).toMatchObject({ status: 200, record: { size: 300 } });
    expect(await decide(await bodyFor(300, 300), seen(300))).toMatchObject({ status: 200, replaces: seen(300) });
    expect(await decide(await bodyFor(0, 0))).toMatchObject({ status: 200, record: { root: emptyRoot(sha256) } });
  });

  it('answers 409 with the size it knows when the log is behind or ahead, and for two roots of one size', async () => {
    const conflict = { status: 409, body: '5\n', contentType: 'text/x.tlog.size' };
    expect(await decide(await bodyFor(0, 9), seen(5))).toEqual(conflict);
    expect(await decide(await bodyFor(7, 9), seen(5))).toEqual(conflict);
    expect(await decide(await bodyFor(5, 5, fork), seen(5))).toEqual(conflict);
  });

  it('answers 422 to a fork and to a wrong or superfluous proof', async () => {
    expect(await decide(await bodyFor(5, 9, fork), seen(5))).toEqual({ status: 422 });
    const request = parseAddCheckpoint(await bodyFor(5, 9));
    expect(await decide(formatAddCheckpoint({ ...request, proof: request.proof.slice(1) }), seen(5))).toEqual({
      status: 422,
    });
    const first = parseAddCheckpoint(await bodyFor(0, 9));
    expect(await decide(formatAddCheckpoint({ ...first, proof: [log.rootAt(1)] }))).toEqual({ status: 422 });
  });

  it('answers 404 to an unknown log, 403 to an unknown or bad signature, 400 to what it cannot read', async () => {
    expect(await decide(await bodyFor(0, 5, log, newKey('log.example/two')))).toEqual({ status: 404 });
    expect(await decide(await bodyFor(0, 5, log, newKey(ORIGIN)))).toEqual({ status: 403 });
    const body = await bodyFor(0, 5);
    expect(await decide(body.replace(`${ORIGIN}\n5\n`, `${ORIGIN}\n6\n`))).toEqual({ status: 403 });
    expect(await decide(await bodyFor(9, 5), seen(9))).toEqual({ status: 400 });
    expect(await decide(body.replace(`${ORIGIN}\n5\n`, `${ORIGIN}\n05\n`))).toEqual({ status: 400 });
    expect(await decide('old 0\n')).toEqual({ status: 400 });
  });

  it('cosigns what it took, and the log adds the line to its checkpoint', async () => {
    const body = await bodyFor(0, 5);
    const decision = await decide(body);
    if (decision.status !== 200) throw new Error('200 expected');
    const signer = cosigner(witnessKey.key, witnessKey.sign, () => 1_796_083_200, sha256);
    const { name, keyId, sign } = signer;
    const signature = await sign(new TextEncoder().encode(decision.text));
    const line = formatSignature({ name, keyId, signature });
    const { text, signatures } = parseNote(parseAddCheckpoint(body).checkpoint);
    const cosigned = await signNote(text, [], [...signatures, parseSignature(line.slice(0, -1))]);
    const witness = verifierOf(formatVerifierKey({ ...witnessKey.key, type: 4 }, sha256), sha256);
    expect((await openNote(cosigned, [...verifiers, witness])).verified).toHaveLength(2);
  });
});
