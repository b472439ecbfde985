import { documentTypes, skillLevels } from '@app/standards';
import { AGENCY_QUERY_URL, CERTIFICATE_QUERY_URL, NO_SPECIALTY } from './certificate-face.js';

export interface Label {
  zh: string;
  en: string;
}

/** What every certificate says, in Chinese and English. */
export const HEADING: Label = { zh: '职业技能等级证书', en: 'CERTIFICATE OF VOCATIONAL SKILL LEVEL' };

/** 证书正文. The wording of the reference style is not in the sources at hand; to be confirmed by the customer. */
export const BODY: Label = {
  zh: '经考核评价，持证人达到本证书所载职业及等级的职业技能水平，特发此证。',
  en: 'The holder has been assessed and has attained the vocational skill level stated in this certificate.',
};

export const FIELDS = {
  holderName: { zh: '姓名', en: 'Name' },
  documentType: { zh: '证件类型', en: 'Type of ID' },
  documentNumber: { zh: '证件号码', en: 'ID number' },
  occupationName: { zh: '职业名称', en: 'Occupation' },
  specialty: { zh: '工种/职业方向', en: 'Specialty' },
  level: { zh: '职业技能等级', en: 'Skill level' },
  number: { zh: '证书编号', en: 'Certificate number' },
  agencyName: { zh: '评价机构', en: 'Assessment body' },
  issuedOn: { zh: '发证日期', en: 'Date of issue' },
} as const satisfies Record<string, Label>;

export const PHOTO_FRAME: Label = { zh: '照片', en: 'Photo' };
export const CODES = {
  scan: { zh: '手机扫码查验', en: 'Scan to verify' },
  offline: { zh: '离线核验', en: 'Verify offline' },
} as const satisfies Record<string, Label>;

export const QUERIES = {
  certificates: '证书信息查询 Certificates',
  agencies: '机构信息查询 Assessment bodies',
  registry: '省内查验 This registry',
} as const;

/** What the seal says of itself: it is the body's, and it is electronic. */
export const SEAL = '电子签章';

const PRINTABLE_ASCII = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0x20 + index)).join('');
/** Of dates and of the values that come from short lists: they are on nearly every certificate. */
const FREQUENT = ['年月日·（）', NO_SPECIALTY, ...skillLevels.map(({ display }) => display)];

/** What the fonts hold that every document shares; everything else goes into a small font of the document's own. */
export const FIXED_TEXTS = {
  regular: [
    PRINTABLE_ASCII,
    ...FREQUENT,
    ...documentTypes.slice(0, 1).map(({ name }) => name),
    ...[BODY, PHOTO_FRAME, ...Object.values(FIELDS), ...Object.values(CODES)].map(({ zh }) => zh),
    ...Object.values(QUERIES),
    CERTIFICATE_QUERY_URL,
    AGENCY_QUERY_URL,
  ],
  bold: [HEADING.zh, SEAL],
} as const;
