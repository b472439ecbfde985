import type { Match } from './item-match.js';
import type { ItemRow, RowOutcome } from './item-sheet.js';
import type { ItemImportResult } from './item.service.js';

export class RowCountsView {
  accepted!: number;
  repaired!: number;
  unmatched!: number;
  refused!: number;
}

export class RowRepairView {
  /** Header of the column. */
  column!: string;
  from!: string;
  to!: string;
}

export class RowRuleView {
  rule!: string;
  zh!: string;
  en!: string;
}

export class ItemRowView {
  /** Excel's row number; the header is row 1. */
  row!: number;
  outcome!: RowOutcome;
  /** How the 鉴定点 was found; absent when the row did not go in. */
  match?: Match;
  repairs!: RowRepairView[];
  rules!: RowRuleView[];
}

export class ItemImportView {
  /** For `GET /item-imports/{id}/marked`. */
  id!: string;
  counts!: RowCountsView;
  /** Rows with something to tell: all but those accepted by their exact path. */
  rows!: ItemRowView[];
}

const hasNews = (row: ItemRow): boolean => row.outcome !== 'accepted' || row.match !== 'exact-path';

export function itemImportView({ id, counts, rows }: ItemImportResult): ItemImportView {
  return {
    id,
    counts,
    rows: rows.filter(hasNews).map(({ row, outcome, match, repairs, faults }) => ({
      row,
      outcome,
      ...(match ? { match } : {}),
      repairs,
      rules: faults,
    })),
  };
}
