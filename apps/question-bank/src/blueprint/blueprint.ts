import { DomainError, type FieldFault } from '@app/kernel';
import type { ItemType } from '../item/item.js';

/** 题型 × 题量 × 分值. `pointsEach` in whole or half points. */
export interface BlueprintSection {
  type: ItemType;
  count: number;
  pointsEach: number;
}

export interface BlueprintContent {
  durationMinutes: number;
  sections: BlueprintSection[];
}

/** 组卷蓝图 of one element table. */
export interface Blueprint extends BlueprintContent {
  elementTableId: string;
  setBy: string;
  setAt: Date;
}

/** National theory paper: 100 points, at least 90 minutes (domain.md §4.4). */
export const TOTAL_POINTS = 100;
const DURATION_MINUTES_MIN = 90;
export const DURATION_MINUTES_MAX = 300;
/** Largest paper known: 200 items (domain.md §4.4). */
export const ITEMS_MAX = 200;

export const itemCount = (sections: readonly BlueprintSection[]): number =>
  sections.reduce((sum, section) => sum + section.count, 0);

export const totalPoints = (sections: readonly BlueprintSection[]): number =>
  sections.reduce((sum, section) => sum + section.count * section.pointsEach, 0);

function blueprintFaults({ durationMinutes, sections }: BlueprintContent): FieldFault[] {
  const faults: FieldFault[] = [];
  const add = (field: string, rule: string, zh: string, en: string): void => void faults.push({ field, rule, zh, en });
  if (durationMinutes < DURATION_MINUTES_MIN) {
    const zh = `考试时间不少于 ${DURATION_MINUTES_MIN} 分钟`;
    add('/durationMinutes', 'duration', zh, `the exam lasts at least ${DURATION_MINUTES_MIN} minutes`);
  }
  const types = new Set<ItemType>();
  for (const [index, { type, pointsEach }] of sections.entries()) {
    if (types.has(type)) add(`/sections/${index}/type`, 'duplicate', '题型重复', 'the type is listed twice');
    types.add(type);
    if (!Number.isInteger(pointsEach * 2)) {
      add(`/sections/${index}/pointsEach`, 'half-points', '每题分值应为 0.5 的倍数', 'points come in halves');
    }
  }
  const points = totalPoints(sections);
  if (points !== TOTAL_POINTS) {
    const zh = `总分为 ${points}，应为 ${TOTAL_POINTS}`;
    add('/sections', 'total-points', zh, `the paper has ${points} points instead of ${TOTAL_POINTS}`);
  }
  const count = itemCount(sections);
  if (count > ITEMS_MAX) {
    add('/sections', 'too-many-items', `题量不超过 ${ITEMS_MAX} 题`, `a paper has at most ${ITEMS_MAX} items`);
  }
  return faults;
}

/** @throws DomainError `blueprint/content` with one fault per rule that fails */
export function setBlueprint(
  elementTableId: string,
  content: BlueprintContent,
  actor: { subject: string; now: Date },
): Blueprint {
  const faults = blueprintFaults(content);
  if (faults.length > 0) throw new DomainError('blueprint/content', {}, faults);
  return { ...content, elementTableId, setBy: actor.subject, setAt: actor.now };
}
