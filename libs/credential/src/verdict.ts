/** Chinese and English. */
export interface Wording {
  zh: string;
  en: string;
}

export interface VerdictKind extends Wording {
  /** What the asker should do next. */
  advice: Wording;
}

/**
 * The one list of answers. Codes are stable. A revoked certificate is revoked, not "not found" (domain.md §12 item 48), and
 * nothing here ever calls a paper fake (item 49). MISMATCH is for askers who may know that the number exists; the public
 * gets NOT_FOUND.
 */
export const VERDICTS = {
  VALID: {
    zh: '有效',
    en: 'Valid',
    advice: {
      zh: '请将查询结果与证书逐项核对，并核对持证人身份证件',
      en: 'Compare every line with the certificate, and the holder with an identity document',
    },
  },
  REVOKED: {
    zh: '已撤销',
    en: 'Revoked',
    advice: {
      zh: '该证书已被撤销，不能作为技能等级证明；有异议请联系发证机构',
      en: 'The certificate was revoked and proves nothing; take objections to the issuing body',
    },
  },
  CANCELLED: {
    zh: '已注销',
    en: 'Cancelled',
    advice: {
      zh: '该证书已注销，请向持证人或发证机构了解原因',
      en: 'The certificate was cancelled; ask the holder or the issuing body why',
    },
  },
  REPLACED: {
    zh: '已更换',
    en: 'Replaced',
    advice: {
      zh: '该证书真实，但已由新证书替代，请持证人出示新证书',
      en: 'It is genuine, but a newer certificate takes its place; ask the holder for that one',
    },
  },
  MISMATCH: {
    zh: '信息不符',
    en: 'The facts do not match',
    advice: {
      zh: '证书存在，但姓名、证件号码或等级与登记不一致，请核对后重查',
      en: 'There is such a certificate, but name, document or level differ; check them and ask again',
    },
  },
  NOT_FOUND: {
    zh: '未查到',
    en: 'Not found',
    advice: {
      zh: '没有与所填信息全部相符的证书；这不等于证书是假的，请对照下列可能的原因逐一核对',
      en: 'No certificate matches everything given; that alone does not make a paper false. Go through the reasons below',
    },
  },
  OTHER_SCHEME: {
    zh: '其他体系',
    en: 'Of another scheme',
    advice: {
      zh: '该编号属于其他证书体系，请到下面所列之处查询',
      en: 'The number belongs to another scheme; ask at the place named below',
    },
  },
  COULD_NOT_CHECK: {
    zh: '无法核验',
    en: 'Could not be checked',
    advice: {
      zh: '本次未能完成核验，既不表示有效也不表示无效，请稍后再查',
      en: 'The check could not be made; this means neither valid nor invalid. Try again later',
    },
  },
} as const satisfies Readonly<Record<string, VerdictKind>>;
export type Verdict = keyof typeof VERDICTS;

/** Why a legitimate certificate may not be found (domain.md §7.4), the likeliest first. */
export const MISS_REASONS = {
  WRONG_CHARACTER: {
    zh: '姓名、证件号码或证书编号中有错字、错位或漏字',
    en: 'A character of the name, document number or certificate number is wrong or missing',
  },
  INCOMPLETE_LINK: {
    zh: '二维码中的链接不完整，请重新扫描，或改用姓名和证件号码查询',
    en: 'The link from the QR code is not whole; scan it again, or ask by name and document number',
  },
  NOT_YET_APPROVED: {
    zh: '成绩已公布，但证书尚未经主管部门审核核发',
    en: 'The result is known, but the authority has not yet approved the certificate',
  },
  LATE_UPLOAD: {
    zh: '证书刚刚核发，数据尚未到达本系统，请对照数据时间，稍后再查',
    en: 'It was issued just now and has not arrived here; compare the age of the data and try again later',
  },
  WRONG_SITE: {
    zh: '证书登记在其他查询系统：全国联网查询 zscx.osta.org.cn、jndj.osta.org.cn，或教育等其他部门',
    en: 'It is kept by another query site: zscx.osta.org.cn, jndj.osta.org.cn, or another ministry such as education',
  },
  NOT_ISSUED_BY_THEN: {
    zh: '所查日期当日证书尚未核发，请对照证书上的发证日期，或查询当前状态',
    en: 'It had not been issued by the day asked about; compare the day on the certificate, or ask for today',
  },
  OTHER_SCHEME: {
    zh: '属于其他证书体系（如职业资格证书、1+X 证书、协会证书），本系统不收录',
    en: 'It belongs to another scheme (vocational qualification, 1+X, an association) that is not kept here',
  },
  SITE_NOT_FILED: {
    zh: '编号前13位所示的机构（站点）不在本系统备案名录中，请向证书上载明的发证机构核实',
    en: 'The site that the first 13 characters name is not in our directory; ask the body named on the certificate',
  },
} as const satisfies Readonly<Record<string, Wording>>;
export type MissReason = keyof typeof MISS_REASONS;

/** Which fact of an inquiry is another one than the register has (domain.md §11.3); with MISMATCH only. */
export const DIFFERING_FACTS = {
  NAME: { zh: '姓名', en: 'name' },
  DOCUMENT: { zh: '证件', en: 'document' },
  LEVEL: { zh: '等级', en: 'level' },
} as const satisfies Readonly<Record<string, Wording>>;
export type DifferingFact = keyof typeof DIFFERING_FACTS;
