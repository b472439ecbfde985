import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkQuorum,
  cosignatureTime,
  cosigner,
  ed25519Signer,
  formatCheckpoint,
  formatVerifierKey,
  openCheckpoint,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signNote,
  verifierOf,
  type Hash,
  type NoteSigner,
  type QuorumPolicy,
} from './index.js';

const sha256: Hash = (data) => createHash('sha256').update(data).digest();
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );
const codeOfCall = (work: () => unknown): Promise<string> => codeOf(Promise.resolve().then(work));

/** golang.org/x/mod/sumdb/note, `ExampleSign` and `ExampleOpen` (example_test.go) and `TestNewVerifier`. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const NEUMANN_SECRET = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const NEUMANN_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NEUMANN_NOTE = `${NEUMANN_TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

/** C2SP tlog-cosignature, the example of its introduction; its keys are not published. */
const SOFA = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

function neumannSigner(): NoteSigner {
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(NEUMANN_SECRET, 'base64').subarray(1),
  ]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const { name, publicKey } = parseVerifierKey(NEUMANN, sha256);
  return ed25519Signer({ name, publicKey }, (bytes) => signBytes(null, bytes, key), sha256);
}

function newKey(name: string, type: 1 | 4, time = 0) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const publicKey = new Uint8Array(spki.subarray(-32));
  const sign = (bytes: Uint8Array): Uint8Array => signBytes(null, bytes, privateKey);
  const key = { name, publicKey };
  const signer = type === 1 ? ed25519Signer(key, sign, sha256) : cosigner(key, sign, () => time, sha256);
  return { vkey: formatVerifierKey({ ...key, type }, sha256), publicKey, signer };
}

describe('signed notes', () => {
  it('takes the key, makes the signature and opens the note of the Go reference', async () => {
    expect(parseVerifierKey(NEUMANN, sha256)).toMatchObject({ name: 'PeterNeumann', keyId: 0xc74f20a3, type: 1 });
    expect(await signNote(NEUMANN_TEXT, [neumannSigner()])).toBe(NEUMANN_NOTE);
    const opened = await openNote(NEUMANN_NOTE, [verifierOf(NEUMANN, sha256)]);
    expect(opened.text).toBe(NEUMANN_TEXT);
    expect(opened.verified.map(({ name, keyId }) => [name, keyId])).toEqual([['PeterNeumann', 0xc74f20a3]]);
  });

  it('refuses the mangled keys of the Go reference', async () => {
    const { length } = NEUMANN;
    const cuts = Array.from({ length }, (_, at) => [NEUMANN.slice(at + 1), NEUMANN.slice(0, at)]).flat();
    const bumped = Array.from({ length }, (_, at) => {
      const next = String.fromCharCode(NEUMANN.charCodeAt(at) + 1);
      return NEUMANN.slice(0, at) + next + NEUMANN.slice(at + 1);
    });
    const adjusted = [
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
      'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    ];
    for (const key of [...cuts, ...bumped, ...adjusted]) {
      expect([key, await codeOfCall(() => parseVerifierKey(key, sha256))]).toEqual([key, 'tlog/key']);
    }
  });

  it('refuses a changed text, a changed signature and a note nobody known signed', async () => {
    const known = [verifierOf(NEUMANN, sha256)];
    expect(await codeOf(openNote(NEUMANN_NOTE.replace('answer', 'Answer'), known))).toBe('tlog/signature');
    expect(await codeOf(openNote(NEUMANN_NOTE.replace('nAM=', 'nAQ='), known))).toBe('tlog/signature');
    expect(
      await codeOf(
        openNote(
          NEUMANN_NOTE,
          [newKey('PeterNeumann', 1).signer].map(() => verifierOf(newKey('PeterNeumann', 1).vkey, sha256)),
        ),
      ),
    ).toBe('tlog/unsigned');
    const twice = NEUMANN_NOTE + NEUMANN_NOTE.slice(NEUMANN_TEXT.length + 1);
    expect((await openNote(twice, known)).verified).toHaveLength(1);
  });

  it('reads a note in one way only', async () => {
    const broken = [
      NEUMANN_TEXT,
      NEUMANN_NOTE.slice(0, -1),
      NEUMANN_NOTE.replace('\n\n', '\n'),
      NEUMANN_NOTE.replace('— ', '- '),
      NEUMANN_NOTE.replace('— PeterNeumann ', '— Peter+Neumann '),
      NEUMANN_NOTE.replace('— PeterNeumann ', '— PeterNeumann  '),
      NEUMANN_NOTE.replace('nAM=', 'nAM'),
      NEUMANN_NOTE.replace('nAM=', 'nAN='),
      NEUMANN_NOTE.replace('If you', 'If\tyou'),
      `${NEUMANN_NOTE}\n`,
      NEUMANN_NOTE + NEUMANN_NOTE.slice(NEUMANN_TEXT.length + 1).repeat(64),
    ];
    for (const note of broken) {
      expect([note, await codeOfCall(() => parseNote(note))]).toEqual([note, 'tlog/malformed']);
    }
    expect(await codeOf(signNote('no newline', [neumannSigner()]))).toBe('tlog/malformed');
  });
});

describe('checkpoints', () => {
  it('reads and writes the example of the specification', () => {
    const { text, signatures } = parseNote(SOFA);
    const checkpoint = parseCheckpoint(text);
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163, extensions: [] });
    expect(formatCheckpoint(checkpoint)).toBe(text);
    expect(signatures.map(({ name, keyId }) => [name, keyId])).toEqual([
      ['example.com/behind-the-sofa', 0x033de0ae],
      ['witness.example.com/w1', 0x8d66cf3f],
    ]);
    expect(cosignatureTime(signatures[1]?.signature ?? new Uint8Array(0))).toBe(1_679_315_147);
  });

  it('refuses any other way to write it', async () => {
    const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
    const texts = [
      `\n1\n${root}\n`,
      `o\n01\n${root}\n`,
      `o\n-1\n${root}\n`,
      `o\n1e3\n${root}\n`,
      `o\n1\n${root}`,
      `o\n1\nAAAA\n`,
      `o\n1\n${root}\n\n`,
      `o\n99999999999999999999\n${root}\n`,
      'o\n1\n',
    ];
    for (const text of texts)
      expect([text, await codeOfCall(() => parseCheckpoint(text))]).toEqual([text, 'tlog/malformed']);
    expect(parseCheckpoint(`o\n0\n${root}\nextra\n`).extensions).toEqual(['extra']);
  });
});

describe('a quorum of witnesses', () => {
  const log = newKey('log.example/one', 1);
  const bureaus = ['harbin', 'daqing', 'jixi'].map((city, at) => newKey(`witness.example/${city}`, 4, 1000 + at));
  const policy: QuorumPolicy = {
    origin: 'log.example/one',
    logKeys: [log.vkey],
    witnesses: bureaus.map(({ vkey }) => vkey),
    needed: 2,
  };
  const text = formatCheckpoint({ origin: 'log.example/one', size: 5, root: sha256(new Uint8Array(1)) });
  let twoOfThree: string;

  beforeAll(async () => {
    twoOfThree = await signNote(text, [log.signer, ...bureaus.slice(0, 2).map(({ signer }) => signer)]);
  });

  it('counts who cosigned and when', async () => {
    const { checkpoint, witnesses } = await checkQuorum(twoOfThree, policy, sha256);
    expect(checkpoint.size).toBe(5);
    expect(witnesses).toEqual([
      { name: 'witness.example/harbin', time: 1000 },
      { name: 'witness.example/daqing', time: 1001 },
    ]);
  });

  it('refuses too few, strangers, a missing log and another origin', async () => {
    expect(await codeOf(checkQuorum(twoOfThree, { ...policy, needed: 3 }, sha256))).toBe('tlog/quorum');
    expect(await codeOf(checkQuorum(twoOfThree, policy, sha256, 1000))).toBe('tlog/quorum');
    const stranger = newKey('witness.example/jixi', 4, 1);
    const signers = [log.signer, bureaus[0]?.signer ?? log.signer, stranger.signer];
    expect(await codeOf(checkQuorum(await signNote(text, signers), policy, sha256))).toBe('tlog/quorum');
    const unsigned = await signNote(
      text,
      bureaus.map(({ signer }) => signer),
    );
    expect(await codeOf(checkQuorum(unsigned, policy, sha256))).toBe('tlog/unsigned');
    expect(await codeOf(checkQuorum(twoOfThree, { ...policy, origin: 'log.example/two' }, sha256))).toBe('tlog/origin');
  });

  it('refuses a time or a checkpoint that was changed under a cosignature', async () => {
    const [logLine, first] = parseNote(twoOfThree).signatures;
    if (logLine === undefined || first === undefined) throw new Error('two signatures expected');
    const later = { ...first, signature: first.signature.map((byte, at) => (at === 7 ? byte ^ 1 : byte)) };
    const forged = await signNote(text, [], [logLine, later]);
    expect(await codeOf(checkQuorum(forged, { ...policy, needed: 1 }, sha256))).toBe('tlog/signature');
    const other = formatCheckpoint({ origin: 'log.example/one', size: 6, root: sha256(new Uint8Array(1)) });
    const moved = await signNote(other, [log.signer], [first]);
    expect(await codeOf(checkQuorum(moved, { ...policy, needed: 1 }, sha256))).toBe('tlog/signature');
  });

  it('refuses a policy that counts one key twice or cannot be met', async () => {
    const [bureau] = bureaus;
    if (bureau === undefined) throw new Error('a bureau expected');
    const alias = formatVerifierKey({ name: 'witness.example/alias', type: 4, publicKey: bureau.publicKey }, sha256);
    const policies = [
      { ...policy, witnesses: [bureau.vkey, alias] },
      { ...policy, witnesses: [log.vkey], needed: 1 },
      { ...policy, needed: 4 },
      { ...policy, needed: -1 },
      { ...policy, logKeys: [] },
    ];
    for (const refused of policies) expect(await codeOf(checkQuorum(twoOfThree, refused, sha256))).toBe('tlog/policy');
  });

  it('keeps the log and its witnesses apart: a cosignature does not stand for the log', async () => {
    const both = newKey('log.example/one', 4, 7);
    const note = await signNote(text, [both.signer]);
    expect(
      await codeOf(openCheckpoint(note, { origin: 'log.example/one', verifiers: [verifierOf(log.vkey, sha256)] })),
    ).toBe('tlog/unsigned');
  });
});
