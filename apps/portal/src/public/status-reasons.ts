import type { Bilingual } from '../api/answer.ts';

/** Classes of reasons, the only part of a reason that the registry tells. */
const REASONS: Readonly<Record<string, Bilingual>> = {
  fraud: ['弄虚作假取得', 'Obtained by fraud'],
  'exam-irregular': ['考务违规', 'The exam was irregular'],
  'outside-scope': ['超出备案范围核发', 'Issued outside the filed scope'],
  'key-compromised': ['签名密钥泄露', 'The signing key was compromised'],
  'issued-in-error': ['误发', 'Issued in error'],
  'holder-request': ['持证人申请', 'At the holder’s request'],
  'holder-deceased': ['持证人死亡', 'The holder died'],
  'person-corrected': ['个人信息更正', 'Facts about the person were corrected'],
  lost: ['遗失', 'Lost'],
  damaged: ['损毁', 'Damaged'],
};

/** A class of a later release is shown as it is. */
export const statusReason = (code: string): Bilingual => REASONS[code] ?? [code, code];
