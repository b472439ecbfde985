export type ExportState = 'prepared' | 'ready' | 'awaiting-approval' | 'refused' | 'expired';
export const EXPORT_FORMATS = ['xlsx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A request without what is in the file. */
export interface ExportRequest {
  id: string;
  kind: string;
  filter: Readonly<Record<string, string>>;
  format: string;
  fullDocuments: boolean;
  purpose: string;
  state: ExportState;
  /** Rows when it was asked for. */
  rows: number;
  downloads: number;
  downloadsMax: number;
  organisationId: string;
  /** `sub` of who asked. */
  askedBy: string;
  askedAt: string;
  /** Until then a decision is taken, or the file fetched. */
  expiresAt: string;
  decidedBy?: string;
  decidedAt?: string;
  refusalReason?: string;
}

export interface ExportWish {
  kind: string;
  filter: Readonly<Record<string, string>>;
  format: ExportFormat;
  fullDocuments: boolean;
  purpose: string;
}
