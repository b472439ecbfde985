import {
  hasRole,
  own,
  supervised,
  visibleTo,
  type ExportKind,
  type ExportMeasure,
  type ExportSource,
} from '@app/platform';
import { IsUUID, ValidateIf } from 'class-validator';
import { IsDay } from '../is-day.js';
import { getRoll } from '../result-roll/result-roll.repository.js';
import { levelName } from './certificate.js';
import { certificatesAfter, measureCertificates } from './certificate.repository.js';

/** Rows that are read without giving way to other requests. */
const CHUNK_ROWS = 200;

/** A roll, or a period of days of issue, or both. */
class CertificatesFilter {
  @ValidateIf(({ rollId, from }: CertificatesFilter) => rollId !== undefined || from === undefined)
  @IsUUID()
  rollId?: string;

  @ValidateIf(({ rollId, from }: CertificatesFilter) => rollId === undefined || from !== undefined)
  @IsDay()
  from?: string;

  /** The last day, included. */
  @ValidateIf(({ rollId, until }: CertificatesFilter) => rollId === undefined || until !== undefined)
  @IsDay()
  until?: string;
}

type Source = ExportSource<CertificatesFilter>;

const wanted = ({ principal, filter }: Source) => ({ ...visibleTo(principal), ...filter });

async function measure(source: Source): Promise<ExportMeasure> {
  const { tx, filter, principal } = source;
  const { rows, jurisdiction } = await measureCertificates(tx, wanted(source));
  if (filter.rollId) {
    const roll = await getRoll(tx, filter.rollId);
    return { rows, organisationId: roll.organisationId, jurisdiction: roll.jurisdiction };
  }
  const isRegulator = hasRole(principal, 'city-officer', 'province-officer');
  return {
    rows,
    organisationId: principal.organisationId,
    jurisdiction: isRegulator ? principal.jurisdiction : jurisdiction,
  };
}

/** 证书清单 of a roll or a period, masked for everyone. */
export const certificatesExport: ExportKind<CertificatesFilter> = {
  name: 'certificates',
  titles: { zh: '证书清单', en: 'Certificates' },
  access: {
    ...own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    ...supervised('city-officer', 'province-officer'),
  },
  fullDocuments: [],
  filter: CertificatesFilter,
  columns: [
    { zh: '证书编号', en: 'Certificate no.', width: 26 },
    { zh: '姓名', en: 'Name', width: 12 },
    { zh: '证件号码', en: 'Document', width: 22 },
    { zh: '职业/工种', en: 'Occupation', width: 24 },
    { zh: '等级', en: 'Level', width: 16 },
    { zh: '发证日期', en: 'Date of issue', width: 14 },
    { zh: '评价机构', en: 'Body', width: 34 },
  ],
  measure,
  async *rows(source) {
    for (let after: string | undefined; ;) {
      const certificates = await certificatesAfter(source.tx, wanted(source), after, CHUNK_ROWS);
      const last = certificates.at(-1);
      if (!last) return;
      yield certificates.map(({ id, number, nameMasked, documentMasked, occupationName, specialty, ...rest }) => ({
        person: `certificate/${id}`,
        cells: [
          number,
          nameMasked,
          documentMasked,
          specialty === '' ? occupationName : `${occupationName}/${specialty}`,
          levelName(rest.levelDigit),
          rest.issuedOn,
          rest.agencyName,
        ],
      }));
      after = last.id;
    }
  },
};
