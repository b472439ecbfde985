/**
 * A 职业技能等级证书 as a W3C VC 2.0 credential; members of `credentialSubject` and `achievement` are the terms of Open
 * Badges 3.0 where it has one, and `level` is ours (covered by `ISSUER_TERMS`).
 */
export interface CertificateCredential {
  '@context': readonly (string | { '@vocab': string })[];
  /** `urn:uuid:` and the certificate's id. */
  id: string;
  type: readonly string[];
  name: '职业技能等级证书';
  /** The body that issued: 谁评价、谁发证、谁负责. */
  issuer: { id: string; type: readonly ['Profile']; name: string };
  /** The first instant of the day of issue in China, RFC 3339. */
  validFrom: string;
  credentialSubject: {
    type: readonly ['AchievementSubject'];
    /** The holder. */
    name: string;
    /** The holder again, as Open Badges readers look for it. */
    identifier: readonly { type: 'IdentityObject'; hashed: false; identityHash: string; identityType: 'name' }[];
    /** 证书编号, 22 characters. */
    licenseNumber: string;
    achievement: CertificateAchievement;
  };
}

export interface CertificateAchievement {
  id: string;
  type: readonly ['Achievement'];
  achievementType: 'Certification';
  /** `焊工 三级/高级工` */
  name: string;
  description: string;
  criteria: { narrative: string };
  inLanguage: 'zh-CN';
  /** 职业编码 `d-dd-dd-dd`. */
  humanCode: string;
  /** Edition of the 职业分类大典 that the code belongs to. */
  version: string;
  /** 职业名称. */
  fieldOfStudy: string;
  /** 工种/职业方向; absent when the occupation has none. */
  specialization?: string;
  level: { digit: string; name: string };
}

/** What a credential is made of. */
export interface CertificateFacts {
  certificateId: string;
  certificateNumber: string;
  organisationId: string;
  agencyName: string;
  holderName: string;
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  /** Empty when the occupation has none. */
  specialty: string;
  levelDigit: string;
  /** `三级/高级工` */
  levelName: string;
  /** `YYYY-MM-DD`, China. */
  issuedOn: string;
}

const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
const OPEN_BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** VC Data Model 2.0 §5.2: terms that only the issuer defines. */
const ISSUER_TERMS = { '@vocab': 'https://www.w3.org/ns/credentials/issuer-dependent#' };

export const issuerIdOf = (organisationId: string): string => `urn:jiangzheng:organisation:${organisationId}`;

export function certificateCredential(facts: CertificateFacts): CertificateCredential {
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit, levelName } = facts;
  const subject = [occupationEdition, occupationCode, specialty, levelDigit].map(encodeURIComponent).join(':');
  return {
    '@context': [VC_CONTEXT, OPEN_BADGES_CONTEXT, ISSUER_TERMS],
    id: `urn:uuid:${facts.certificateId}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: '职业技能等级证书',
    issuer: { id: issuerIdOf(facts.organisationId), type: ['Profile'], name: facts.agencyName },
    validFrom: `${facts.issuedOn}T00:00:00+08:00`,
    credentialSubject: {
      type: ['AchievementSubject'],
      name: facts.holderName,
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: facts.holderName, identityType: 'name' }],
      licenseNumber: facts.certificateNumber,
      achievement: {
        id: `urn:jiangzheng:achievement:${subject}`,
        type: ['Achievement'],
        achievementType: 'Certification',
        name: [occupationName, specialty, levelName].filter((part) => part !== '').join(' '),
        description: '职业技能等级证书 Certificate of vocational skill level',
        criteria: { narrative: '理论知识与操作技能各满60分 Theory and skill at 60 of 100 points each' },
        inLanguage: 'zh-CN',
        humanCode: occupationCode,
        version: occupationEdition,
        fieldOfStudy: occupationName,
        ...(specialty === '' ? {} : { specialization: specialty }),
        level: { digit: levelDigit, name: levelName },
      },
    },
  };
}
