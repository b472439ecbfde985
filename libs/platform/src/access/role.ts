/** docs/architecture.md §6; the public has none. */
export const ROLES = [
  'agency-clerk',
  'agency-reviewer',
  'agency-admin',
  'examiner',
  'supervisor',
  'item-author',
  'item-reviewer',
  'city-officer',
  'province-officer',
  'auditor',
  'employer',
  'candidate',
] as const;
export type Role = (typeof ROLES)[number];
