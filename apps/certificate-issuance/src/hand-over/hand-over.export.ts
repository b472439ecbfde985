import { DomainError } from '@app/kernel';
import {
  supervised,
  type ExportKind,
  type ExportMeasure,
  type ExportSource,
  type PersonalDataVault,
} from '@app/platform';
import { parseResidentId } from '@app/standards';
import { IsUUID } from 'class-validator';
import type { Holder } from '../certificate/holder.js';
import { cellsOf, COLUMN_MAPS, type ColumnMap, type PackageFacts } from './column-map.js';
import { linesAfter, type PackageLine } from './hand-over-line.repository.js';
import type { HandOverPackage } from './hand-over-package.js';
import { getPackage, keepFile } from './hand-over-package.repository.js';

/** Rows that are read and opened without giving way to other requests. */
const CHUNK_ROWS = 200;
const SEX_WORDS = { male: '男', female: '女' } as const;
const RESIDENT_ID = '居民身份证';

class PackageFilter {
  @IsUUID()
  packageId!: string;
}

type Source = ExportSource<PackageFilter>;

/** @throws DomainError `hand-over/other-map`: a package is written by the map it was drafted with */
async function packageOf({ tx, filter }: Source, { version }: ColumnMap): Promise<HandOverPackage> {
  const found = await getPackage(tx, filter.packageId);
  if (found.mapVersion !== version) throw new DomainError('hand-over/other-map', { version: found.mapVersion });
  return found;
}

/** Whole only where a second person agreed to whole documents. */
function factsOf(line: PackageLine, vault: PersonalDataVault, fullDocuments: boolean): PackageFacts {
  const holder = JSON.parse(vault.open('person', line.holderSealed)) as Holder;
  const { documentType } = holder;
  if (!fullDocuments) {
    const { nameMasked: name, documentMasked: documentNumber } = line;
    return { ...line, name, documentType, documentNumber, sex: '', birthDate: '' };
  }
  const { name, documentNumber } = holder;
  const resident = documentType === RESIDENT_ID ? parseResidentId(documentNumber) : null;
  const known = resident?.ok ? resident.value : null;
  return {
    ...line,
    name,
    documentType,
    documentNumber,
    sex: known ? SEX_WORDS[known.sex] : '',
    birthDate: known?.birthDate ?? '',
  };
}

/** One kind per version of the map: the columns of a kind do not change. */
function packageExport(map: ColumnMap): ExportKind<PackageFilter> {
  return {
    name: `hand-over-${map.version}`,
    titles: { zh: '上报数据', en: 'Upload package' },
    access: supervised('province-officer'),
    fullDocuments: ['province-officer'],
    filter: PackageFilter,
    columns: map.columns.map(({ header, width }) => ({ zh: header, en: '', width })),
    forUpload: true,
    measure: async (source): Promise<ExportMeasure> => {
      const { quantity, jurisdiction } = await packageOf(source, map);
      return { rows: quantity, organisationId: '', jurisdiction };
    },
    async *rows({ tx, vault, filter, fullDocuments }) {
      for (let after = 0; ;) {
        const lines = await linesAfter(tx, filter.packageId, after, CHUNK_ROWS);
        const last = lines.at(-1);
        if (!last) return;
        yield lines.map((line) => ({
          person: `certificate/${line.certificateId}`,
          cells: cellsOf(map, factsOf(line, vault, fullDocuments)),
        }));
        after = last.position;
      }
    },
    /** Only a workbook with whole documents can be the one that is sent. */
    async made({ tx, filter, fullDocuments, principal }, { exportId, format, sha256, rows, at }) {
      if (!fullDocuments || format !== 'xlsx') return;
      await keepFile(tx, filter.packageId, { sha256, exportId, rows, madeBy: principal.subject, madeAt: at });
    },
  };
}

/** 上报数据包 for the 省人事考试中心. */
export const packageExports: readonly ExportKind<PackageFilter>[] = COLUMN_MAPS.map(packageExport);
