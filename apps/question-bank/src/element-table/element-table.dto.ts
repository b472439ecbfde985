import type { LevelDigit } from '@app/standards';
import type { ElementTable, ElementTableState, Importance } from './element-table.js';
import { formatRatio } from './ratio.js';
import type { ElementTableHead } from './element-table.repository.js';

export class ElementTableHeadView {
  id!: string;
  state!: ElementTableState;
  /** 职业编码 `d-dd-dd-dd`. */
  occupationCode!: string;
  occupationEdition!: string;
  occupationName!: string;
  /** 工种; '' when the occupation has none. */
  specialty!: string;
  /** `5` lowest … `1` highest. */
  levelDigit!: LevelDigit;
  /** 鉴定方式. */
  method!: string;
  pointCount!: number;
  /** RFC 3339. */
  importedAt!: string;
  approvedAt?: string;
  retiredAt?: string;
}

export class ElementRangeView {
  /** Codes from level one down: `A-B-C`. */
  path!: string;
  name!: string;
  /** 鉴定比重, out of 100. */
  weight!: number;
  /** X:Y:Z. */
  ratio!: string;
}

export class ElementPointView {
  path!: string;
  name!: string;
  importance!: Importance;
  page!: string;
}

export class CellRepairView {
  /** `G15` */
  cell!: string;
  from!: string;
  to!: string;
}

export class WarningView {
  rule!: string;
  zh!: string;
  en!: string;
}

export class ElementTableView extends ElementTableHeadView {
  ranges!: ElementRangeView[];
  points!: ElementPointView[];
  repairs!: CellRepairView[];
  warnings!: WarningView[];
}

export class ElementTablePage {
  items!: ElementTableHeadView[];
  next?: string;
}

const headOf = (table: ElementTableHead) => ({
  id: table.id,
  state: table.state,
  occupationCode: table.occupationCode,
  occupationEdition: table.occupationEdition,
  occupationName: table.occupationName,
  specialty: table.specialty,
  levelDigit: table.levelDigit,
  method: table.method,
  pointCount: table.pointCount,
  importedAt: table.importedAt.toISOString(),
  ...(table.approvedAt ? { approvedAt: table.approvedAt.toISOString() } : {}),
  ...(table.retiredAt ? { retiredAt: table.retiredAt.toISOString() } : {}),
});

export const elementTableHeadView = (table: ElementTableHead): ElementTableHeadView => headOf(table);

export function elementTableView(table: ElementTable): ElementTableView {
  return {
    ...headOf(table),
    ranges: table.ranges.map(({ path, name, weight, ratio }) => ({ path, name, weight, ratio: formatRatio(ratio) })),
    points: table.points.map(({ path, name, importance, page }) => ({ path, name, importance, page })),
    repairs: table.repairs,
    warnings: table.warnings,
  };
}
