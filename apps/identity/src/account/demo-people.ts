import type { Role } from '@app/platform';
import type { OrganisationEntity } from '../organisation/organisation.entity.js';

/** The organisations of the demonstration. */
export const DEMO_ORGANISATIONS: readonly OrganisationEntity[] = [
  { id: 'org-north', name: '哈尔滨北方焊接装备有限公司', kind: 'employer', jurisdiction: '230100' },
  { id: 'org-craft', name: '牡丹江匠心职业技能评价中心', kind: 'social', jurisdiction: '231000' },
  { id: 'org-harbin-hrss', name: '哈尔滨市人力资源和社会保障局', kind: 'authority', jurisdiction: '230100' },
  { id: 'org-mudanjiang-hrss', name: '牡丹江市人力资源和社会保障局', kind: 'authority', jurisdiction: '231000' },
  { id: 'org-hlj-hrss', name: '黑龙江省人力资源和社会保障厅', kind: 'authority', jurisdiction: '230000' },
  { id: 'org-hlj-bank', name: '黑龙江省题库', kind: 'bank', jurisdiction: '230000' },
  { id: 'org-employer-qian', name: '哈尔滨钱氏机械有限公司', kind: 'employer', jurisdiction: '230100' },
];

export interface DemoPerson {
  username: string;
  displayName: string;
  /** Jurisdiction is the organisation's. */
  organisation?: string;
  role: Role;
}

/** Made-up people, one or two for every role. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { username: 'clerk.north', displayName: '韩晓梅', organisation: 'org-north', role: 'agency-clerk' },
  { username: 'reviewer.north', displayName: '郑立新', organisation: 'org-north', role: 'agency-reviewer' },
  { username: 'admin.north', displayName: '吴建国', organisation: 'org-north', role: 'agency-admin' },
  { username: 'clerk.craft', displayName: '冯雅琴', organisation: 'org-craft', role: 'agency-clerk' },
  { username: 'reviewer.craft', displayName: '陈志远', organisation: 'org-craft', role: 'agency-reviewer' },
  { username: 'officer.harbin', displayName: '褚明', organisation: 'org-harbin-hrss', role: 'city-officer' },
  { username: 'officer.mudanjiang', displayName: '卫东', organisation: 'org-mudanjiang-hrss', role: 'city-officer' },
  { username: 'officer.province', displayName: '蒋慧', organisation: 'org-hlj-hrss', role: 'province-officer' },
  { username: 'officer2.province', displayName: '沈涛', organisation: 'org-hlj-hrss', role: 'province-officer' },
  { username: 'author.bank', displayName: '朱文', organisation: 'org-hlj-bank', role: 'item-author' },
  { username: 'reviewer.bank', displayName: '秦岚', organisation: 'org-hlj-bank', role: 'item-reviewer' },
  { username: 'examiner.li', displayName: '李国栋', organisation: 'org-north', role: 'examiner' },
  { username: 'supervisor.zhao', displayName: '赵敏', organisation: 'org-hlj-hrss', role: 'supervisor' },
  { username: 'auditor.sun', displayName: '孙正', organisation: 'org-hlj-hrss', role: 'auditor' },
  { username: 'employer.qian', displayName: '钱大海', organisation: 'org-employer-qian', role: 'employer' },
  { username: 'candidate.demo', displayName: '王小明', role: 'candidate' },
];
