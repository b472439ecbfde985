import { randomBytes, randomUUID } from 'node:crypto';
import { sha256 } from '../../deploy/local/audit-log-check.ts';
import type * as credential from '../../libs/credential/src/index.ts';
import type { Person } from './person.ts';
import type { Store } from './stolen-store.ts';

type Lib = typeof credential;

/** What a holder can hand to somebody. */
export interface Documents {
  pdf: Buffer;
  'vc+jwt': Buffer;
  'sd-jwt': Buffer;
  paper: Buffer;
}

/** A certificate as those who ask about it know it. */
export interface Subject {
  id: string;
  number: string;
  name: string;
  documentNumber: string;
  /** Of the printed link. */
  token: string;
  list: number;
  index: number;
  documents: Documents;
}

export async function credentialOf(clerk: Person, id: string, form: 'vc+jwt' | 'dc+sd-jwt'): Promise<Buffer> {
  const path = `/api/certificate-issuance/certificates/${id}/credential?form=${encodeURIComponent(form)}`;
  const text = (await clerk.download(path)).toString().trim();
  return Buffer.from(text.replace(/^"|"$/g, ''));
}

export async function subjectOf(
  lib: Lib,
  store: Store,
  clerk: Person,
  { id, number }: { id: string; number: string },
): Promise<Subject> {
  const { holder, cose, list, index } = await store.certificate(id);
  const { salt } = lib.decodePaperPayload(lib.decodeCoseSign1(cose).payload);
  const documents = {
    pdf: await clerk.download(`/api/certificate-issuance/certificates/${id}/pdf`),
    'vc+jwt': await credentialOf(clerk, id, 'vc+jwt'),
    'sd-jwt': await credentialOf(clerk, id, 'dc+sd-jwt'),
    paper: Buffer.from(lib.paperText(cose)),
  };
  const { name, documentNumber } = holder;
  return { id, number, name, documentNumber, token: lib.paperToken(salt, sha256), list, index, documents };
}

const FORGED_NAME = '假冒者';

/** With a stolen key: a person who never sat an exam, under a number and in a place of the status list that nobody has. */
export async function forge(
  lib: Lib,
  { kid, sign }: { kid: string; sign: credential.Sign },
  { documents, number }: Subject,
): Promise<Record<'vc+jwt' | 'sd-jwt' | 'paper', Buffer>> {
  const id = randomUUID();
  const salt = new Uint8Array(randomBytes(16));
  const certificateNumber = `${number.slice(0, -6)}987654`;
  const { claims } = lib.decodeVcJwt(documents['vc+jwt'].toString());
  const { payload } = lib.decodeCoseSign1(lib.paperMessage(documents.paper.toString()));
  const paper = lib.decodePaperPayload(payload);
  const { achievement } = claims.credentialSubject;
  const place = lib.statusPlaceOf(claims);
  if (!place) throw new Error('the certificate names no status list');
  const facts = {
    certificateId: id,
    certificateNumber,
    organisationId: claims.issuer.id.replace(lib.issuerIdOf(''), ''),
    agencyName: claims.issuer.name,
    holderName: FORGED_NAME,
    occupationCode: achievement.humanCode,
    occupationEdition: achievement.version,
    occupationName: achievement.fieldOfStudy,
    specialty: achievement.specialization ?? '',
    levelDigit: achievement.level.digit,
    levelName: achievement.level.name,
    issuedOn: paper.issuedOn,
    status: { ...place, index: place.index === 0 ? 1 : place.index - 1 },
    log: { origin: claims.transparencyLog?.origin ?? '', salt },
  };
  const { index } = facts.status;
  const issuedAt = Math.floor(Date.parse(`${facts.issuedOn}T09:00:00+08:00`) / 1_000);
  const uri = place.messageList.replace(/message$/, 'token');
  const printed = { ...paper, certificateId: id, certificateNumber, holderName: FORGED_NAME, salt, statusIndex: index };
  const unsigned = lib.preparePaperCredential(printed, kid);
  return {
    'vc+jwt': Buffer.from(await lib.encodeVcJwt(lib.certificateCredential(facts), { kid }, sign)),
    'sd-jwt': Buffer.from(await lib.issueSdJwtVc(facts, { kid, issuedAt, status: { uri, index } }, sign)),
    paper: Buffer.from(lib.paperText(lib.assembleCoseSign1(unsigned, await sign(unsigned.toBeSigned)))),
  };
}
