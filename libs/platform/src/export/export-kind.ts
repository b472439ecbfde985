import type { EntityManager } from 'typeorm';
import type { AccessRule } from '../access/access-rule.js';
import type { Principal } from '../access/principal.js';
import type { Role } from '../access/role.js';
import type { PersonalDataVault } from '../personal-data/vault.js';
import type { ExportFormat } from './export.js';

export interface ExportColumn {
  zh: string;
  en: string;
  /** In characters. */
  width: number;
}

/** A number stays a number; ids, codes and days are texts. */
export type ExportCell = string | number | null;

export interface ExportRow {
  /** `candidate/<id>`: who is in the file, for the audit trail. */
  person: string;
  /** In the order of the columns. */
  cells: ExportCell[];
}

/** What a kind reads from, on behalf of whom: the database shows it no row beyond the asker's standing. */
export interface ExportSource<Filter extends object> {
  tx: EntityManager;
  vault: PersonalDataVault;
  principal: Principal;
  filter: Filter;
  fullDocuments: boolean;
}

/** How much there is, and whose it is. */
export interface ExportMeasure {
  rows: number;
  organisationId: string;
  jurisdiction: string;
}

/** A file that was just made, before it is sent. */
export interface MadeFile {
  exportId: string;
  format: ExportFormat;
  /** Hex. */
  sha256: string;
  rows: number;
  at: Date;
}

/** One thing that may leave a service as a file. */
export interface ExportKind<Filter extends object = object> {
  name: string;
  titles: { zh: string; en: string };
  /** Who may ask for it. */
  access: AccessRule;
  /** Who may ask for whole document numbers, with a second person's approval always. */
  fullDocuments: readonly Role[];
  /** A class whose fields class-validator checks; all are texts. */
  filter: new () => Filter;
  columns: readonly ExportColumn[];
  measure(source: ExportSource<Filter>): Promise<ExportMeasure>;
  /** Chunks of rows. */
  rows(source: ExportSource<Filter>): AsyncGenerator<ExportRow[]>;
  /**
   * The workbook is read by another authority's program: one sheet, the Chinese names of the columns alone in its first
   * row, and the watermark in the printed header and footer and in the properties.
   */
  forUpload?: boolean;
  /** Notes the file in a transaction of its own; when that fails, the file is not sent. */
  made?(source: ExportSource<Filter>, file: MadeFile): Promise<void>;
}
