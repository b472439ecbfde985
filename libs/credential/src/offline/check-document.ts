import { DomainError } from '@app/kernel';
import { issuerIdOf, statusPlaceOf } from '../certificate-credential.js';
import { decodeCompactJws, verifyCompactJws } from '../compact-jws.js';
import { decodeCoseSign1 } from '../cose-sign1.js';
import { jwkThumbprint } from '../jwk.js';
import { keyTrustAt } from '../key-trust.js';
import { decodePaperPayload } from '../paper-claims.js';
import { paperKeySet, paperKid, paperMessage, verifyPaperText, type PaperKey } from '../paper-credential.js';
import { CERTIFICATE_VCT, verifySdJwtVc } from '../sd-jwt-vc.js';
import { sameBytes, type Hash } from '../tlog/index.js';
import type { Verdict } from '../verdict.js';
import { decodeVcJwt } from '../vc-jwt.js';
import { found, verdictOfChecks, type Check, type Finding } from './checks.js';
import { credentialFacts, disclosedFacts, paperFacts, type ReadFacts } from './facts.js';
import { logIn, type Committed } from './log-check.js';
import { codesIn, type ReadCode } from './pdf-codes.js';
import { checkFileSignature } from './pdf-signature.js';
import { pageContents } from './pdf-streams.js';
import { recognise, type DocumentKind, type Recognised } from './recognise.js';
import type { Snapshot, SnapshotKey } from './snapshot.js';
import { listOf, statusIn, STATUS_ORGANISATION, type ListPlace } from './status-check.js';

export interface Means {
  snapshot: Snapshot;
  hash: Hash;
  readCode: ReadCode;
  now: Date;
}

/** What a document shows by itself. Only `read` has what it says of the holder; nothing of it is in the checks. */
export interface DocumentReport {
  verdict: Verdict;
  kind: DocumentKind;
  /** What was found in it, for a PDF: the printed code, or only a link. */
  holds: Exclude<DocumentKind, 'pdf'>;
  checks: Check[];
  read: ReadFacts;
  /** What status list and leaf it needs, for whoever can fetch them. */
  needs: { list?: number; committed?: Committed };
  /** The link's token, where the document has no other proof. */
  token?: string;
  /** When the status list was made that the verdict rests on. */
  statusAsOf?: string;
}

/** A credential of any form whose signature was looked at. */
interface Opened {
  signature: Finding;
  key: SnapshotKey | undefined;
  read: ReadFacts;
  place: ListPlace | undefined;
  committed: Committed | undefined;
}

type Credential = Exclude<Recognised, { kind: 'pdf' } | { kind: 'link' }>;

const UNSIGNED = { place: undefined, committed: undefined } as const;
const isRefusal = (error: unknown, code: string): boolean => error instanceof DomainError && error.code === code;

/** @throws DomainError `credential/malformed`, `credential/version` */
async function openPaper(text: string, { snapshot }: Means): Promise<Opened> {
  const { kid, payload } = decodeCoseSign1(paperMessage(text));
  const claims = decodePaperPayload(payload);
  // Which numbers a body may issue is a check of its own, so that a reader is told which of the two failed.
  const numberPrefixes = [claims.certificateNumber];
  const keys = snapshot.keys
    .filter((key) => kid !== undefined && sameBytes(paperKid(key.kid), kid))
    .map((key): PaperKey => ({ jwk: key, issuer: { organisationId: key.kid, name: '' }, numberPrefixes }));
  const opened = { read: paperFacts(claims), key: undefined, ...UNSIGNED };
  try {
    const verified = await verifyPaperText(text, await paperKeySet(keys));
    const key = snapshot.keys.find(({ kid }) => kid === verified.key.issuer.organisationId);
    const place = { list: claims.statusList, index: claims.statusIndex };
    return { ...opened, signature: 'signature/good', key, place, committed: { paper: payload } };
  } catch (error) {
    return { ...opened, signature: isRefusal(error, 'credential/key') ? 'signature/no-key' : 'signature/wrong' };
  }
}

const keyNamed = ({ keys }: Snapshot, kid: string | undefined, issuer: string): SnapshotKey | undefined =>
  keys.find((key) => key.kid === kid && key.issuer === issuer);

/** @throws DomainError `credential/malformed`, `credential/algorithm` */
async function openVcJwt(text: string, { snapshot }: Means): Promise<Opened> {
  const { header, claims } = decodeVcJwt(text);
  const read = credentialFacts(claims);
  const key = keyNamed(snapshot, header.kid, claims.issuer.id);
  if (!key) return { signature: 'signature/no-key', key, read, ...UNSIGNED };
  try {
    await verifyCompactJws(text, key);
  } catch {
    return { signature: 'signature/wrong', key, read, ...UNSIGNED };
  }
  const at = statusPlaceOf(claims);
  const list = at && listOf(snapshot.registry, at.messageList);
  const place = at && list !== undefined ? { list, index: at.index } : undefined;
  return { signature: 'signature/good', key, read, place, committed: { credential: claims } };
}

/** @throws DomainError `credential/malformed`, `credential/disclosure`, `credential/algorithm`, `credential/expired` */
async function openSdJwt(text: string, { snapshot, now }: Means): Promise<Opened> {
  const [jwt = ''] = text.split('~');
  const { header, payload } = decodeCompactJws(jwt);
  const { iss } = Object(payload) as { iss?: unknown };
  const issuer = typeof iss === 'string' ? iss : '';
  const key = keyNamed(snapshot, header.kid, issuer);
  if (!key) return { signature: 'signature/no-key', key, read: {}, ...UNSIGNED };
  const reader = { issuer, vct: CERTIFICATE_VCT, now: Math.floor(now.getTime() / 1_000) };
  try {
    const { claims, status } = await verifySdJwtVc(text, key, reader);
    const list = status && listOf(snapshot.registry, status.uri);
    const place = status && list !== undefined ? { list, index: status.index } : undefined;
    return { signature: 'signature/good', key, read: disclosedFacts(claims), place, committed: undefined };
  } catch (error) {
    const isAltered = ['credential/signature', 'credential/disclosure'].some((code) => isRefusal(error, code));
    if (!isAltered) throw error;
    return { signature: 'signature/wrong', key, read: {}, ...UNSIGNED };
  }
}

function open(credential: Credential, means: Means): Promise<Opened> {
  if (credential.kind === 'paper') return openPaper(credential.text, means);
  return credential.kind === 'vc+jwt' ? openVcJwt(credential.text, means) : openSdJwt(credential.text, means);
}

/** Whether the body whose key it is may issue this number. The holder of an SD-JWT need not show the number. */
function keyFinding({ sites }: Snapshot, { key, read }: Opened, leafIndex: number | undefined): Finding {
  if (!key) return 'key/unknown';
  const trust = keyTrustAt(key, leafIndex);
  if (trust === 'compromised') return 'key/compromised';
  if (trust === 'not-in-use') return 'key/not-in-use';
  if (key.issuer === issuerIdOf(STATUS_ORGANISATION)) return 'key/other-body';
  const number = read.certificateNumber;
  if (number === undefined) return 'key/trusted';
  const owners = sites.filter(({ siteCode }) => number.startsWith(siteCode));
  if (owners.length === 0) return 'key/no-directory';
  const isOwn = owners.some(({ organisationId }) => issuerIdOf(organisationId) === key.issuer);
  return isOwn ? 'key/trusted' : 'key/other-body';
}

interface Checked {
  checks: Check[];
  read: ReadFacts;
  needs: DocumentReport['needs'];
  key?: SnapshotKey | undefined;
  statusAsOf?: string;
}

async function checkCredential(credential: Credential, means: Means): Promise<Checked> {
  const { snapshot, hash, now } = means;
  const opened = await open(credential, means);
  const { signature, place, committed, read, key } = opened;
  const isGood = signature === 'signature/good';
  const log = await logIn(snapshot, read.certificateId, committed, hash, now);
  const unasked: Finding = isGood ? 'status/unnamed' : 'status/not-asked';
  const status = place ? await statusIn(snapshot, place, now) : { finding: unasked };
  const findings = [
    signature,
    isGood ? keyFinding(snapshot, opened, log.leafIndex) : 'key/unknown',
    status.finding,
  ] as const;
  return {
    checks: ['form/read' as const, ...findings, log.finding].map(found),
    read,
    key,
    needs: { ...(place ? { list: place.list } : {}), ...(committed ? { committed } : {}) },
    ...('asOf' in status && status.asOf ? { statusAsOf: status.asOf } : {}),
  };
}

const linkChecks = (): Check[] =>
  (['form/link-only', 'signature/none', 'key/unknown', 'status/not-asked', 'log/no-proof'] as const).map(found);

/** @throws DomainError `offline/no-code`, `offline/several-codes`, `offline/too-complex` and those of the code */
async function checkPdf(bytes: Uint8Array, means: Means): Promise<Omit<DocumentReport, 'verdict' | 'kind'>> {
  const signature = await checkFileSignature(bytes, means.hash);
  const codes = codesIn(await pageContents(bytes), means.readCode).flatMap(ours);
  const papers = codes.filter(({ kind }) => kind === 'paper');
  const links = codes.filter(({ kind }) => kind === 'link');
  if (papers.length > 1 || links.length > 1) throw new DomainError('offline/several-codes');
  const [paper, link] = [papers[0] as Credential | undefined, links[0]];
  if (!paper && !link) throw new DomainError('offline/no-code');
  const inner: Checked = paper ? await checkCredential(paper, means) : { checks: linkChecks(), read: {}, needs: {} };
  const finding = fileFinding(signature, means.snapshot, inner.key);
  const [form, code, ...others] = inner.checks;
  return {
    ...inner,
    holds: paper ? 'paper' : 'link',
    checks: [form, code, found(finding), ...others].filter((check) => check !== undefined),
    ...(link?.kind === 'link' ? { token: link.token } : {}),
  };
}

function ours(text: string): Recognised[] {
  try {
    return [recognise(text)];
  } catch {
    return [];
  }
}

/** A page may be signed with a later key of the body than its code was. */
function fileFinding(
  signature: Awaited<ReturnType<typeof checkFileSignature>>,
  { keys }: Snapshot,
  codeKey: SnapshotKey | undefined,
): Finding {
  if (signature.outcome !== 'unchanged') return `document/${signature.outcome}`;
  const key = keys.find(({ kid }) => kid === signature.kid);
  if (!key || key.state === 'next') return 'document/no-key';
  if (key.state === 'compromised') return 'document/compromised';
  return codeKey && codeKey.issuer !== key.issuer ? 'document/other-signer' : 'document/unchanged';
}

/**
 * What a document shows by itself and against the snapshot.
 * @throws DomainError `offline/…` for what is no document of ours or more than one should be; `credential/…` for one that
 *   is damaged. Errors hold nothing of what it says.
 */
export async function checkDocument(given: Uint8Array | string, means: Means): Promise<DocumentReport> {
  const recognised = recognise(given);
  const { kind } = recognised;
  if (recognised.kind === 'link') {
    const checks = linkChecks();
    return {
      verdict: verdictOfChecks(checks),
      kind,
      holds: 'link',
      checks,
      read: {},
      needs: {},
      token: recognised.token,
    };
  }
  const { key: _key, ...report }: Omit<DocumentReport, 'verdict' | 'kind'> & { key?: unknown } =
    recognised.kind === 'pdf'
      ? await checkPdf(recognised.bytes, means)
      : { holds: recognised.kind, ...(await checkCredential(recognised, means)) };
  return { verdict: verdictOfChecks(report.checks), kind, ...report };
}

/** Keys as a snapshot holds them: a kid that is not the key's own thumbprint is left out. */
export async function soundKeys(keys: readonly SnapshotKey[]): Promise<SnapshotKey[]> {
  const names = await Promise.all(keys.map((key) => jwkThumbprint(key)));
  return keys.filter(({ kid }, at) => kid === names[at]);
}
