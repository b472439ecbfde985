import { DomainError } from '@app/kernel';
import { levelByDigit } from '@app/standards';

/** What the registry knows of one certificate that it hands over; '' or null where it knows nothing. */
export interface PackageFacts {
  name: string;
  documentType: string;
  documentNumber: string;
  sex: '男' | '女' | '';
  birthDate: string;
  occupationName: string;
  occupationCode: string;
  specialty: string;
  levelDigit: string;
  certificateNumber: string;
  agencyName: string;
  siteCode: string;
  issuedOn: string;
  theoryPoints: number | null;
  skillPoints: number | null;
  status: 'valid' | 'revoked' | 'cancelled' | 'replaced';
}

export type ColumnFormat = 'text' | 'dash-if-empty' | 'day' | 'compact-day' | 'level' | 'level-digit' | 'status';

export interface PackageColumn {
  /** As the receiver's program expects it, letter by letter. */
  header: string;
  /** null: the column is wanted and the registry does not hold it. */
  field: keyof PackageFacts | null;
  format: ColumnFormat;
  certainty: 'sourced' | 'unverified';
  /** In characters. */
  width: number;
}

/** The columns of an upload file, from a day on; `until` is null while it holds. Days are China's, both included. */
export interface ColumnMap {
  version: string;
  from: string;
  until: string | null;
  source: string;
  columns: readonly PackageColumn[];
}

const sourced = (
  header: string,
  field: keyof PackageFacts,
  width: number,
  format: ColumnFormat = 'text',
): PackageColumn => ({ header, field, format, certainty: 'sourced', width });

const unverified = (
  header: string,
  field: keyof PackageFacts | null,
  width: number,
  format: ColumnFormat = 'text',
): PackageColumn => ({ header, field, format, certainty: 'unverified', width });

/**
 * No interface of the 省人事考试中心 is at hand (domain.md §6.2, §14 item 3): the minimum follows from the certificate's face
 * and from what the query shows. A map that was in force is never changed; another version takes its place from a day on.
 */
export const COLUMN_MAPS: readonly ColumnMap[] = [
  {
    version: '2026-1',
    from: '2026-01-01',
    until: null,
    source: 'domain.md §6.2',
    columns: [
      sourced('姓名', 'name', 12),
      sourced('证件类型', 'documentType', 14),
      sourced('证件号码', 'documentNumber', 22),
      unverified('性别', 'sex', 6),
      unverified('出生日期', 'birthDate', 12, 'day'),
      unverified('文化程度', null, 10),
      sourced('职业名称', 'occupationName', 24),
      sourced('职业编码', 'occupationCode', 14),
      sourced('工种/职业方向', 'specialty', 18, 'dash-if-empty'),
      sourced('职业技能等级', 'levelDigit', 16, 'level'),
      sourced('证书编号', 'certificateNumber', 26),
      sourced('评价机构名称', 'agencyName', 34),
      sourced('评价机构(站点)代码', 'siteCode', 18),
      sourced('发证日期', 'issuedOn', 12, 'day'),
      unverified('照片', null, 10),
      unverified('理论成绩', 'theoryPoints', 10),
      unverified('技能成绩', 'skillPoints', 10),
      unverified('综合成绩', null, 10),
      sourced('证书状态', 'status', 10, 'status'),
    ],
  },
];

const STATUS_WORDS: Readonly<Record<PackageFacts['status'], string>> = {
  valid: '有效',
  revoked: '已撤销',
  cancelled: '已注销',
  replaced: '已换发',
};

const FORMATS: Readonly<Record<ColumnFormat, (text: string) => string>> = {
  text: (text) => text,
  // Never blank (domain.md §12 item 13).
  'dash-if-empty': (text) => (text === '' ? '--' : text),
  day: (text) => text,
  'compact-day': (text) => text.replaceAll('-', ''),
  level: (text) => levelByDigit(text)?.display ?? text,
  'level-digit': (text) => text,
  status: (text) => STATUS_WORDS[text as PackageFacts['status']] ?? text,
};

/** The map of a day. @throws DomainError `hand-over/no-map` */
export function mapOn(day: string, maps: readonly ColumnMap[] = COLUMN_MAPS): ColumnMap {
  const map = maps.findLast(({ from, until }) => from <= day && (until === null || day <= until));
  if (!map) throw new DomainError('hand-over/no-map', { day });
  return map;
}

/** One row of the file: texts alone, in the order of the map. */
export function cellsOf({ columns }: ColumnMap, facts: PackageFacts): string[] {
  return columns.map(({ field, format }) => FORMATS[format](field === null ? '' : String(facts[field] ?? '')));
}
