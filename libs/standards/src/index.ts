export {
  appointmentRuleOn,
  awardRules,
  basisRuleOn,
  fillNumberTemplate,
  levelByContest,
  levelByTitle,
  numberRuleOn,
  onePromotionPerYear,
  ruleOn,
  type AwardRules,
  type ContestResult,
  type HeldTitle,
} from './award-rule.js';
export { ageOn, isRealDay, plusDays, plusMonths, wholeMonths } from './calendar-day.js';
export { readDocumentType, readEducation, readEthnicity, type SuggestingFailure } from './candidate-value.js';
export {
  formatCertificateNumber,
  MAX_SERIAL,
  parseCertificateNumber,
  type CertificateNumber,
  type CertificateNumberFailure,
  type CertificateNumberOptions,
  type CertificateNumberParts,
  type ParsedCertificateNumber,
} from './certificate-number.js';
export type { AskAt, OtherScheme, OtherSchemeFailure, VocationalQualificationParts } from './certificate-scheme.js';
export { parseCreditCode, type CreditCode } from './credit-code.js';
export {
  chiefTechnicianKinds,
  POST_LEVELS,
  type AppointmentRule,
  type ChiefTechnicianKind,
  type HonourKind,
  type PostLevel,
} from './data/appointment-rules.js';
export { CONTEST_CLASSES, type AwardBasis, type AwardFigures, type ContestClass } from './data/award-rules.js';
export {
  CERTIFICATE_BASES,
  certificateBases,
  evidenceKinds,
  type CertificateBasis,
  type EvidenceKind,
} from './data/certificate-bases.js';
export {
  documentTypes,
  educationLevels,
  ethnicGroups,
  type DocumentType,
  type EducationLevel,
} from './data/candidate-values.js';
export {
  certificateKinds,
  specialTechnicianLetters,
  type CertificateKind,
  type SpecialTechnicianLetter,
} from './data/certificate-rules.js';
export type { DiplomaKind, EligibilityOption, TitleGrade } from './data/eligibility-options.js';
export {
  occupations,
  pendingOccupations,
  type Edition,
  type FormerCode,
  type Occupation,
  type Specialty,
} from './data/occupations.js';
export { planTargets, talentPlans, type PlanTarget, type TalentPlan, type TargetMeasure } from './data/plan-targets.js';
export { prefectures, regions, systemJurisdictions, type Region } from './data/regions.js';
export {
  retentionRules,
  type RetentionLength,
  type RetentionPeriod,
  type RetentionRule,
  type RetentionRuleName,
} from './data/retention-rules.js';
export { skillLevels, type LevelDigit, type LevelKey, type SkillLevel } from './data/skill-levels.js';
export {
  checkEligibility,
  eligibilityRules,
  type EligibilityFacts,
  type EligibilityQuestion,
  type EligibilityReport,
  type EligibilityRule,
  type Verdict,
  type VerdictResult,
} from './eligibility.js';
export { maskName, maskPhone, maskResidentId } from './mask.js';
export { normaliseCode, normalisePersonName, normaliseText } from './normalise.js';
export { findOccupation, scopeAllowed, type OccupationMatch, type OccupationQuery, type Scope } from './occupation.js';
export { parseOccupationCode, type CodeUse, type OccupationCode } from './occupation-code.js';
export type { Certainty, Failure, Parsed, Repaired, Warning } from './parsed.js';
export { prefectureOfArea, regionByCode } from './region.js';
export { parseResidentId, type ResidentId, type ResidentIdOptions } from './resident-id.js';
export { isRetentionOver, keptUntil, retentionPeriods, type RetentionOverrides } from './retention.js';
export { formatSiteCode, parseSiteCode, type SiteCode, type SiteCodeOptions, type SiteCodeParts } from './site-code.js';
export { levelByDigit, levelByKey, readLevel } from './skill-level.js';
export { countWorkMonths, type WorkPeriod } from './work-month.js';
export {
  addWorkingDays,
  calendarCertainty,
  countWorkingDays,
  isWorkingDay,
  workingDayCalendar,
  type CalendarOverrides,
  type WorkingDayOptions,
} from './working-day.js';
