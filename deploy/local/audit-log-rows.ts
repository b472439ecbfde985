import { hash } from 'node:crypto';
import type * as credential from '../../libs/credential/src/index.ts';
import type * as claims from '../../apps/certificate-issuance/src/certificate/certificate-claims.ts';
import type * as holders from '../../apps/certificate-issuance/src/certificate/holder.ts';
import type { Vault } from './audit-log-database.ts';
import { sha256 } from './audit-log-check.ts';

/** Columns of a certificate under the names that the issuing service gives them, as the driver answers them. */
export const ROW_COLUMNS = `c.id::text, c.number, c.version, c.basis, c.filing_id::text AS "filingId",
  c.plan_id::text AS "planId", c.roll_id::text AS "rollId", c.award_id::text AS "awardId", c.candidate_id AS "candidateId",
  c.organisation_id AS "organisationId", c.agency_name AS "agencyName", c.site_code AS "siteCode",
  c.occupation_code AS "occupationCode", c.occupation_edition AS "occupationEdition",
  c.occupation_name AS "occupationName", c.specialty, c.level_digit AS "levelDigit", c.issued_on::text AS "issuedOn",
  c.holder_sealed AS "holderSealed", c.name_index AS "nameIndex", c.document_index AS "documentIndex",
  c.name_masked AS "nameMasked", c.document_masked AS "documentMasked", c.replaces::text, c.status_list AS "statusList",
  c.status_index AS "statusIndex", c.signing_kid AS "signingKid", c.paper_sealed AS "paperSealed",
  c.token_sha256 AS "tokenSha256", (b.first_index + c.batch_offset)::float8 AS "leafIndex", (b.id IS NULL) AS "isPlaceless"`;

export interface CertificateRow {
  id: string;
  number: string;
  version: number;
  basis: string;
  filingId: string;
  planId: string | null;
  rollId: string | null;
  awardId: string | null;
  candidateId: string;
  organisationId: string;
  agencyName: string;
  siteCode: string;
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  specialty: string;
  levelDigit: string;
  issuedOn: string;
  holderSealed: string;
  nameIndex: string;
  documentIndex: string;
  nameMasked: string;
  documentMasked: string;
  replaces: string | null;
  statusList: number;
  statusIndex: number;
  signingKid: string;
  paperSealed: string | null;
  tokenSha256: string;
  /** By the row's own words; null while its batch has no place. */
  leafIndex: number | null;
  /** Its batch is not there. */
  isPlaceless: boolean;
}

/** The leaf of a certificate and what stands around it in the log. */
export interface LoggedCertificate {
  entry: credential.CertificateEntry;
  index: number;
  head: credential.CertificateBlockEntry;
  /** Place in its block, from 0. */
  offset: number;
  /** By the filing's scope in the log. */
  organisation: string | undefined;
  agency: string | undefined;
}

export interface RowMeans {
  lib: typeof credential;
  made: typeof claims & typeof holders;
  vault: Vault;
}

const SERIAL_DIGITS = 6;

const columnsOf = (pairs: readonly [column: string, row: unknown, logged: unknown][]): string[] =>
  pairs.filter(([, row, logged]) => row !== logged).map(([column]) => column);

/** Names of the columns in which a row is not what was logged; empty for an honest row. */
export function differingColumns(row: CertificateRow, logged: LoggedCertificate, means: RowMeans): string[] {
  const columns = new Set(columnsByBlock(row, logged));
  const holder = openHolder(row, means);
  const paper = openPaper(row, logged, means);
  if (!holder) columns.add('holder_sealed');
  if (!paper) columns.add('paper_sealed');
  if (holder) for (const column of columnsByHolder(row, holder, means)) columns.add(column);
  if (paper) for (const column of columnsByPaper(row, paper, holder)) columns.add(column);
  if (paper) {
    const token = hash('sha256', means.lib.paperToken(paper.salt, sha256));
    if (token !== row.tokenSha256) columns.add('token_sha256');
  }
  if (holder && paper)
    for (const column of columnsByFacts(row, holder, paper.salt, { logged, means, columns })) columns.add(column);
  return [...columns];
}

function columnsByBlock(
  row: CertificateRow,
  { entry, head, index, offset, organisation }: LoggedCertificate,
): string[] {
  const [code, edition, specialty, level] = head.subject;
  const serial = head.series && String(head.series.firstSerial + offset).padStart(SERIAL_DIGITS, '0');
  return [
    ...columnsOf([
      ['candidate_id', row.candidateId, entry.candidate],
      ['replaces', row.replaces, entry.replaces ?? null],
      ['basis', row.basis, head.basis],
      ['filing_id', row.filingId, head.filing],
      ['plan_id', row.planId, head.plan ?? null],
      ['roll_id', row.rollId, head.roll ?? null],
      ['award_id', row.awardId, head.award ?? null],
      ['site_code', row.siteCode, head.site],
      ['occupation_code', row.occupationCode, code],
      ['occupation_edition', row.occupationEdition, edition],
      ['specialty', row.specialty, specialty],
      ['level_digit', row.levelDigit, level],
      ['issued_on', row.issuedOn, head.issuedOn],
      ['signing_kid', row.signingKid, head.kid],
      ['organisation_id', row.organisationId, organisation ?? row.organisationId],
      ['number', row.number.slice(-SERIAL_DIGITS), serial ?? row.number.slice(-SERIAL_DIGITS)],
    ]),
    ...(row.isPlaceless || (row.leafIndex ?? index) !== index ? ['batch_id, batch_offset'] : []),
  ];
}

function openHolder({ holderSealed }: CertificateRow, { vault }: RowMeans): holders.Holder | undefined {
  try {
    return JSON.parse(vault.open('person', holderSealed)) as holders.Holder;
  } catch {
    return undefined;
  }
}

/** undefined unless it is the paper that was logged. */
function openPaper({ paperSealed }: CertificateRow, { entry }: LoggedCertificate, { lib, vault }: RowMeans) {
  try {
    const cose = Buffer.from(vault.open('person', paperSealed ?? ''), 'base64url');
    const { payload } = lib.decodeCoseSign1(cose);
    return lib.paperMatchesLeaf(payload, entry, sha256) ? lib.decodePaperPayload(payload) : undefined;
  } catch {
    return undefined;
  }
}

function columnsByHolder(row: CertificateRow, holder: holders.Holder, { made, vault }: RowMeans): string[] {
  const { nameMasked, documentMasked } = made.maskHolder(holder);
  return columnsOf([
    ['name_index', row.nameIndex, vault.index('name', holder.name)],
    ['document_index', row.documentIndex, vault.index('document', holder.documentNumber)],
    ['name_masked', row.nameMasked, nameMasked],
    ['document_masked', row.documentMasked, documentMasked],
  ]);
}

/** The paper is the one that was logged: where the row says otherwise, the row is wrong. */
function columnsByPaper(
  row: CertificateRow,
  paper: credential.PaperClaims,
  holder: holders.Holder | undefined,
): string[] {
  const cut = new Set(paper.cut);
  const cutTo = (text: string, whole: string, field: credential.CutField): string =>
    cut.has(field) ? text.slice(0, whole.length) : text;
  const columns = columnsOf([
    ['number', row.number, paper.certificateNumber],
    ['occupation_code', row.occupationCode, paper.occupationCode],
    ['occupation_edition', row.occupationEdition, paper.occupationEdition],
    ['specialty', cutTo(row.specialty, paper.specialty, 'specialty'), paper.specialty],
    ['level_digit', row.levelDigit, paper.levelDigit],
    ['issued_on', row.issuedOn, paper.issuedOn],
    ['status_list', row.statusList, paper.statusList],
    ['status_index', row.statusIndex, paper.statusIndex],
    ['version', row.version, (paper.reissue ?? 0) + 1],
  ]);
  const sameName = !holder || cutTo(holder.name, paper.holderName, 'holderName') === paper.holderName;
  return sameName ? columns : [...columns, 'holder_sealed'];
}

/**
 * The commitment says that something differs and not what. What the log or the other columns know is put in its place:
 * where that opens the commitment, those columns are the ones.
 */
function columnsByFacts(
  row: CertificateRow,
  holder: holders.Holder,
  salt: Uint8Array,
  { logged, means, columns }: { logged: LoggedCertificate; means: RowMeans; columns: ReadonlySet<string> },
): string[] {
  const { lib, made } = means;
  const opens = (more: Partial<CertificateRow>): boolean =>
    lib.factsCommitment(salt, made.committedFacts({ ...row, ...more }, holder), sha256) === logged.entry.facts;
  if (opens({})) return [];
  const agencyName = logged.agency ?? row.agencyName;
  if (opens({ agencyName })) return ['agency_name'];
  const named = [...columns].some((column) => column !== 'name_index' && column !== 'document_index');
  return named ? [] : ['agency_name | occupation_name | holder_sealed'];
}
