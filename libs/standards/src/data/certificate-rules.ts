/** One row of the table of body kinds (part 1 of the number). A kind that is not `accepted` is known but not recognised here. */
export interface CertificateKind {
  letter: string;
  key: string;
  zh: string;
  en: string;
  accepted: boolean;
  certainty: 'sourced' | 'unverified';
  source: string;
}

/** Letters of the body kind. Configuration: the rule may add letters (domain.md §2.1). */
export const certificateKinds: readonly CertificateKind[] = [
  {
    letter: 'Y',
    key: 'employer',
    zh: '用人单位',
    en: 'employer',
    accepted: true,
    certainty: 'sourced',
    source: '[S-CODE1]',
  },
  {
    letter: 'S',
    key: 'social-organisation',
    zh: '社会培训评价组织',
    en: 'social training-assessment organisation',
    accepted: true,
    certainty: 'sourced',
    source: '[S-CODE1]',
  },
  {
    letter: 'J',
    key: 'technical-school',
    zh: '技工院校',
    en: 'technical school',
    accepted: false,
    certainty: 'unverified',
    source: 'domain.md §2.1, reported from other places',
  },
];

/** A letter that stands at the level position (16) of a 特级技师 number, for years of issue since that of `from`. */
export interface SpecialTechnicianLetter {
  letter: string;
  from: string;
  certainty: 'sourced' | 'unverified';
  source: string;
}

/**
 * Two letters and 20 digits are sourced [S-CODE2]; which letter, and that it stands at position 16, is not
 * (domain.md §2.3). To be replaced when the customer supplies the rule.
 */
export const specialTechnicianLetters: readonly SpecialTechnicianLetter[] = [
  { letter: 'T', from: '2021-01-01', certainty: 'unverified', source: 'domain.md §2.3 (derived)' },
];

/**
 * Province prefixes of GB/T 2260, which Table 4 of the code rule follows (domain.md §2.1, derived from its example).
 * 66 (新疆生产建设兵团) is not in GB/T 2260 and unverified.
 */
export const provincePrefixes: readonly string[] =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82'.split(' ');
