import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { certificateCredential, issuerIdOf, type CertificateFacts } from '../certificate-credential.js';
import { factsCommitment, paperCommitment } from '../commitment.js';
import { assembleCoseSign1 } from '../cose-sign1.js';
import { encodeBase64Url } from '../base64url.js';
import { jwkThumbprint, type PublicJwk } from '../jwk.js';
import { encodeLogEntry } from '../log-entry.js';
import { encodePaperPayload, paperText, preparePaperCredential } from '../paper-credential.js';
import type { PaperClaims } from '../paper-claims.js';
import { issueSdJwtVc } from '../sd-jwt-vc.js';
import { MIN_STATUS_ENTRIES, statusLists, type CertificateState } from '../status-list.js';
import {
  formatCheckpoint,
  formatVerifierKey,
  leafHash,
  LogTree,
  ed25519Signer,
  signNote,
  type Hash,
} from '../tlog/index.js';
import { encodeTokenStatusList } from '../token-status-list.js';
import { encodeVcJwt } from '../vc-jwt.js';
import { SNAPSHOT_FORMAT, type Snapshot, type SnapshotKey } from './snapshot.js';
import { STATUS_ORGANISATION } from './status-check.js';

export const REGISTRY = 'https://zheng.example.cn';
export const SITE = 'Y000023000001';
export const NOW = new Date('2026-12-02T02:00:00Z');
export const sha256: Hash = (data) => createHash('sha256').update(data).digest();
const ORIGIN = 'zheng.example.cn/log';
const SPKI_HEAD_BYTES = 12;
const LIST = 3;

export interface MadeKey {
  jwk: PublicJwk;
  kid: string;
  privateKey: KeyObject;
  /** R‖S */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>;
}

export async function newKey(): Promise<MadeKey> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
  const raw = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return { jwk, kid: await jwkThumbprint(jwk), privateKey, sign: async (bytes) => sign('sha256', bytes, raw) };
}

export const publishedKey = (key: MadeKey, organisationId: string, more: Partial<SnapshotKey> = {}): SnapshotKey => ({
  ...key.jwk,
  kid: key.kid,
  issuer: issuerIdOf(organisationId),
  state: 'active',
  ...more,
});

const salt = new Uint8Array(16).fill(5);
export const CLAIMS: PaperClaims = {
  certificateNumber: `${SITE}263000001`,
  certificateId: '019ac000-0000-7000-8000-000000000001',
  holderName: '王建国',
  documentTail: '021X',
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  specialty: '电焊工',
  levelDigit: '3',
  issuedOn: '2026-12-01',
  statusList: LIST,
  statusIndex: 77,
  salt,
};
const list = (form: string): string => `${REGISTRY}/api/certificate-issuance/status-lists/${LIST}/${form}`;
const beside = {
  version: 1,
  basis: 'assessment',
  documentMasked: '2301**********021X',
  statusList: LIST,
  statusIndex: 77,
};
const FACTS: CertificateFacts = {
  certificateId: CLAIMS.certificateId,
  certificateNumber: CLAIMS.certificateNumber,
  organisationId: 'org-north',
  agencyName: '哈尔滨北方焊接装备有限公司',
  holderName: CLAIMS.holderName,
  occupationCode: CLAIMS.occupationCode,
  occupationEdition: CLAIMS.occupationEdition,
  occupationName: '焊工',
  specialty: CLAIMS.specialty,
  levelDigit: CLAIMS.levelDigit,
  levelName: '三级/高级工',
  issuedOn: CLAIMS.issuedOn,
  status: { revocationList: list('revocation'), messageList: list('message'), index: 77 },
  log: { origin: ORIGIN, salt, beside },
};

/** A status list as the registry signs it. */
export function signedList(key: MadeKey, state: CertificateState, at = NOW): Promise<string> {
  const { token } = statusLists(MIN_STATUS_ENTRIES, [[CLAIMS.statusIndex, state]]);
  const issuedAt = Math.floor(at.getTime() / 1_000) - 60;
  const facts = { uri: list('token'), issuer: issuerIdOf(STATUS_ORGANISATION), kid: key.kid, issuedAt, ttl: 300 };
  return encodeTokenStatusList({ ...facts, expiresAt: issuedAt + 86_400 }, token, key.sign);
}

/** A log of five leaves, the certificate's among them. */
async function loggedIn(paper: Uint8Array, facts: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD_BYTES);
  const leaf = {
    type: 'certificate',
    id: CLAIMS.certificateId,
    candidate: 'c',
    paper: paperCommitment(paper, sha256),
    facts,
  } as const;
  const entries = [0, 1, 2, 3, 4].map((at) =>
    encodeLogEntry(
      at === 2 ? leaf : { type: 'number-voided', at: '', site: SITE, year: '26', level: '3', serial: at, reason: 'x' },
    ),
  );
  const tree = LogTree.empty(sha256);
  const hashes = entries.map((entry) => leafHash(entry, sha256));
  tree.append(hashes);
  const node = (a: Uint8Array, b: Uint8Array): Uint8Array => sha256(Buffer.concat([Buffer.of(1), a, b]));
  const [h0, h1, , h3, h4] = hashes as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const signer = ed25519Signer({ name: ORIGIN, publicKey: raw }, (bytes) => sign(null, bytes, privateKey), sha256);
  return {
    key: formatVerifierKey({ name: ORIGIN, type: 1, publicKey: raw }, sha256),
    witnesses: [],
    needed: 0,
    checkpoint: await signNote(formatCheckpoint({ origin: ORIGIN, size: tree.size, root: tree.root() }), [signer]),
    leaves: [{ index: 2, entry: encodeBase64Url(entries[2]!), proof: [h3, node(h0, h1), h4].map(encodeBase64Url) }],
  };
}

/** One certificate in all its forms, the keys around it, and a snapshot that knows them. */
export async function madeCertificate() {
  const [body, status, stranger] = [await newKey(), await newKey(), await newKey()];
  const printed = async (claims: PaperClaims, key = body): Promise<string> => {
    const unsigned = preparePaperCredential(claims, key.kid);
    return paperText(assembleCoseSign1(unsigned, await key.sign(unsigned.toBeSigned)));
  };
  const { certificateId, certificateNumber, organisationId, agencyName, holderName } = FACTS;
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit, issuedOn } = FACTS;
  const who = { certificateId, certificateNumber, organisationId, agencyName, holderName };
  const what = { occupationCode, occupationEdition, occupationName, specialty, levelDigit, issuedOn };
  const committed = { ...who, ...what, ...beside };
  const snapshot: Snapshot = {
    format: SNAPSHOT_FORMAT,
    registry: REGISTRY,
    takenAt: NOW.toISOString(),
    keys: [publishedKey(body, 'org-north'), publishedKey(status, STATUS_ORGANISATION)],
    sites: [{ organisationId: 'org-north', agencyName: FACTS.agencyName, siteCode: SITE }],
    statusLists: [await signedList(status, 'valid')],
    log: await loggedIn(encodePaperPayload(CLAIMS), factsCommitment(salt, committed, sha256)),
  };
  const credential = certificateCredential(FACTS);
  return {
    body,
    status,
    stranger,
    snapshot,
    printed,
    credential,
    paper: await printed(CLAIMS),
    jwt: await encodeVcJwt(credential, body, body.sign),
    sdJwt: await issueSdJwtVc(
      FACTS,
      { kid: body.kid, issuedAt: 1_700_000_000, status: { uri: list('token'), index: 77 } },
      body.sign,
    ),
  };
}

export type MadeCertificate = Awaited<ReturnType<typeof madeCertificate>>;
