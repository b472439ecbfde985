import { DomainError, type FieldFault } from '@app/kernel';
import {
  awardRules,
  basisRuleOn,
  evidenceKinds,
  findOccupation,
  levelByContest,
  levelByTitle,
  onePromotionPerYear,
  ruleOn,
  type AwardBasis,
  type AwardFigures,
  type AwardRules,
  type Parsed,
} from '@app/standards';
import type { AssessedSubject } from '../scope/scope.js';
import { isOfAge, type AwardClaim, type AwardPerson } from './award-person.js';

/** @throws DomainError `award/no-figures` on a day for which nobody has configured them */
export function figuresOn(day: string, rules: AwardRules = awardRules): AwardFigures {
  const figures = ruleOn(rules.figures, day);
  if (!figures) throw new DomainError('award/no-figures', { day });
  return figures;
}

const fault = (field: string, rule: string, zh: string, en: string): FieldFault => ({ field, rule, zh, en });

/** The level that the evidence gives must be the level that is applied for. */
function levelFault(field: string, level: Parsed<string>, wanted: string): FieldFault[] {
  if (!level.ok) return [fault(field, level.rule, level.zh, level.en)];
  return level.value === wanted
    ? []
    : [
        fault(
          field,
          'other-level',
          '依据对应的等级与申请等级不一致',
          'the basis gives another level than the one applied for',
        ),
      ];
}

function templateOf({ occupationCode }: AssessedSubject): '2018' | '2023' {
  const found = findOccupation({ code: occupationCode });
  return found.ok ? found.value.occupation.eligibility.template : '2018';
}

const missing = (field: string, zh: string, en: string): FieldFault[] => [fault(field, 'missing', zh, en)];

function claimFaults(
  basis: AwardBasis,
  subject: AssessedSubject,
  { contest, title, courses }: AwardClaim,
  day: string,
  rules: AwardRules,
): FieldFault[] {
  switch (basis) {
    case 'competition-promotion':
      return contest
        ? levelFault('/contest', levelByContest(contest, rules), subject.levelDigit)
        : missing('/contest', '缺少竞赛类别、日期和名次', 'class, day and place of the contest are missing');
    case 'title-bridging':
      return title
        ? levelFault('/title', levelByTitle(title, templateOf(subject), day, rules), subject.levelDigit)
        : missing('/title', '缺少职称级别和取得日期', 'grade and day of the title are missing');
    case 'deemed-equivalent': {
      if (!courses || courses.length === 0)
        return missing('/courses', '缺少课程成绩', 'the course results are missing');
      const { coursePassPoints } = figuresOn(day, rules);
      return courses.flatMap(({ points }, index) =>
        points < coursePassPoints
          ? [fault(`/courses/${index}/points`, 'course-failed', '课程成绩不合格', 'the course was not passed')]
          : [],
      );
    }
    case 'direct-recognition':
    case 'specific-skill':
    case 'apprentice':
      return [];
  }
}

/**
 * What stands against one person on `day`, by the rules of the basis: the papers it needs, the level it gives, the age.
 * Asked when the row is filed and again on the day of decision.
 */
export function personFaults(
  basis: AwardBasis,
  subject: AssessedSubject,
  { person, claim }: { person: AwardPerson; claim: AwardClaim },
  day: string,
  rules: AwardRules = awardRules,
): FieldFault[] {
  const { minimumAge } = figuresOn(day, rules);
  const faults = isOfAge(person, minimumAge, day)
    ? []
    : [fault('/birthDate', 'too-young', `未满${minimumAge}周岁`, `younger than ${minimumAge}`)];
  const given = new Set(claim.evidence.map(({ kind }) => kind));
  for (const kind of basisRuleOn(basis, day, rules)?.evidence ?? []) {
    if (given.has(kind)) continue;
    const { zh, en } = evidenceKinds[kind];
    faults.push(fault('/evidence', 'evidence-missing', `缺少材料：${zh}`, `this paper is missing: ${en}`));
  }
  return [...faults, ...claimFaults(basis, subject, claim, day, rules)];
}

/** The year in which a promotion counts against a second one; null where the rule knows no limit. */
export function promotionYear(
  basis: AwardBasis,
  { contest }: AwardClaim,
  rules: AwardRules = awardRules,
): string | null {
  if (basis !== 'competition-promotion' || !contest) return null;
  return onePromotionPerYear(contest.heldOn, rules) ? contest.heldOn.slice(0, 4) : null;
}
