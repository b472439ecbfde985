import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNumber, Max, Min, ValidateNested } from 'class-validator';
import { ITEM_TYPES, type ItemType } from '../item/item.js';
import { DURATION_MINUTES_MAX, ITEMS_MAX, TOTAL_POINTS, type Blueprint } from './blueprint.js';

export class BlueprintSectionDto {
  /** 单选题, 多选题 or 判断题; each at most once. */
  @IsIn(ITEM_TYPES)
  type!: ItemType;

  /** 题量. */
  @IsInt()
  @Min(1)
  @Max(ITEMS_MAX)
  count!: number;

  /** 每题分值, in whole or half points. */
  @IsNumber()
  @Min(0.5)
  @Max(TOTAL_POINTS)
  pointsEach!: number;
}

export class BlueprintDto {
  /** At least 90. */
  @IsInt()
  @Min(1)
  @Max(DURATION_MINUTES_MAX)
  durationMinutes!: number;

  /** In the order of the paper; 100 points in all. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(ITEM_TYPES.length)
  @ValidateNested({ each: true })
  @Type(() => BlueprintSectionDto)
  sections!: BlueprintSectionDto[];
}

export class BlueprintView extends BlueprintDto {
  elementTableId!: string;
  /** RFC 3339. */
  setAt!: string;
}

export function blueprintView(blueprint: Blueprint): BlueprintView {
  const { elementTableId, durationMinutes, sections, setAt } = blueprint;
  return { elementTableId, durationMinutes, sections, setAt: setAt.toISOString() };
}
