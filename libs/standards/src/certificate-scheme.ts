import type { Failure } from './parsed.js';

/** Number schemes that are met in practice and are not the 22-character one (domain.md §2.2). */
export type OtherScheme =
  | 'vocational-qualification-16'
  | 'appraisal-body-8'
  | 'rsn-20'
  | 'shanghai-13'
  | 'site-code'
  | 'supervisor-card'
  | 'special-technician-unconfirmed';

/** Where a holder or employer asks about a number of another scheme. */
export interface AskAt {
  zh: string;
  en: string;
  /** A public host name, or null when only the issuing body can answer. */
  host: string | null;
}

/** The 16-digit 职业资格证书 number (domain.md §2.2 [S-CODE4]); the level digit is the 11th. */
export interface VocationalQualificationParts {
  year: string;
  provinceOrIndustry: string;
  city: string;
  bodyClass: string;
  bodySequence: string;
  level: string;
  serial: string;
  /** False when the class is not 0–4 or the level not 1–5: probably a typing error, still that scheme. */
  plausible: boolean;
}

export interface OtherSchemeFailure extends Failure {
  rule: 'other-scheme';
  scheme: OtherScheme;
  askAt: AskAt;
  decomposition?: VocationalQualificationParts;
}

const NATIONAL_QUERY: AskAt = {
  zh: '技能人才评价证书全国联网查询系统',
  en: 'the national query of skill certificates',
  host: 'zscx.osta.org.cn',
};
const ISSUER: AskAt = { zh: '证书上载明的发证机构', en: 'the body named on the certificate', host: null };
const SHANGHAI: AskAt = {
  zh: '上海市人社部门;全国联网查询时在号码前加000补足16位',
  en: 'the Shanghai authority; in the national query put 000 in front to make 16 digits',
  host: 'zscx.osta.org.cn',
};
const PROVINCE: AskAt = {
  zh: '发证地省级人社部门',
  en: 'the provincial authority where it was issued',
  host: 'jndj.osta.org.cn',
};
const DIRECTORY: AskAt = {
  zh: '技能人才评价机构公示查询系统',
  en: 'the national directory of assessment bodies',
  host: 'pjjg.osta.org.cn',
};

interface SchemeRow {
  scheme: OtherScheme;
  pattern: RegExp;
  zh: string;
  en: string;
  askAt: AskAt;
}

const SCHEMES: readonly SchemeRow[] = [
  {
    scheme: 'vocational-qualification-16',
    pattern: /^\d{16}$/,
    zh: '这是16位职业资格证书编号,属另一编码规则,不是职业技能等级证书编号',
    en: 'this is a 16-digit vocational-qualification number, a different scheme that is still genuine',
    askAt: NATIONAL_QUERY,
  },
  {
    scheme: 'shanghai-13',
    pattern: /^\d{13}$/,
    zh: '这是13位编号,与上海市发放的证书相符,属另一编码规则',
    en: 'this is a 13-digit number as used in Shanghai, a different scheme',
    askAt: SHANGHAI,
  },
  {
    scheme: 'rsn-20',
    pattern: /^R[GSCX][NW]\d{9}\d{2}[1-5]\d{5}$/,
    zh: '这是20位“R”字头编号,不是现行职业技能等级证书编码规则',
    en: 'this is a 20-character number beginning with R, not the rule in force',
    askAt: ISSUER,
  },
  {
    scheme: 'appraisal-body-8',
    pattern: /^\d{8}$/,
    zh: '这是8位职业技能鉴定机构代码,不是证书编号',
    en: 'this is the 8-digit code of a former appraisal body, not a certificate number',
    askAt: NATIONAL_QUERY,
  },
  {
    scheme: 'site-code',
    pattern: /^[A-Z]\d{12}$/,
    zh: '这是13位评价机构(站点)代码,不是证书编号',
    en: 'this is the 13-character code of an assessment body, not a certificate number',
    askAt: DIRECTORY,
  },
  {
    scheme: 'supervisor-card',
    pattern: /^R\d{8}$/,
    zh: '这是质量督导员证卡编号,不是证书编号',
    en: 'this is the number of a supervisor card, not a certificate number',
    askAt: PROVINCE,
  },
  {
    scheme: 'special-technician-unconfirmed',
    pattern: /^(?=(?:\d*[A-Z]){2}\d*$)[A-Z][A-Z\d]{21}$/,
    zh: '这是2个字母加20位数字的编号,与特级技师证书相符,但字母位置或取值尚未确认',
    en: 'two letters and 20 digits fit a special-grade technician certificate, but this letter is not confirmed',
    askAt: PROVINCE,
  },
];

function decompose(number: string): VocationalQualificationParts {
  const bodyClass = number.charAt(6);
  const level = number.charAt(10);
  return {
    year: number.slice(0, 2),
    provinceOrIndustry: number.slice(2, 4),
    city: number.slice(4, 6),
    bodyClass,
    bodySequence: number.slice(7, 10),
    level,
    serial: number.slice(11),
    plausible: /[0-4]/.test(bodyClass) && /[1-5]/.test(level),
  };
}

/** Names the other scheme that a normalised number follows, or null. Never calls a number fake (domain.md §12 item 49). */
export function recogniseOtherScheme(number: string): OtherSchemeFailure | null {
  const row = SCHEMES.find(({ pattern }) => pattern.test(number));
  if (row === undefined) return null;
  const { scheme, zh, en, askAt } = row;
  const failure: OtherSchemeFailure = {
    ok: false,
    rule: 'other-scheme',
    scheme,
    zh: `${zh};请向${askAt.zh}查询`,
    en: `${en}; ask ${askAt.en}`,
    askAt,
  };
  if (scheme === 'vocational-qualification-16') failure.decomposition = decompose(number);
  return failure;
}
