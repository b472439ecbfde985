/** What a sealed value or a blind index is about; the two never match across purposes. */
export type PersonalDataPurpose = 'person' | 'name' | 'document' | 'phone' | 'answer' | 'paper' | 'secret';

export const SUITE_NAMES = ['international', 'national'] as const;
export type SuiteName = (typeof SUITE_NAMES)[number];

export interface Sealer {
  seal(purpose: PersonalDataPurpose, text: string): Buffer;
  /** @throws Error when the bytes were made with another key, for another purpose, or were altered */
  open(purpose: PersonalDataPurpose, body: Buffer): string;
}

/** 43 characters of base64url. */
export type Indexer = (purpose: PersonalDataPurpose, value: string) => string;

/** One family of algorithms; a key of 32 bytes belongs to one suite for life. */
export interface Suite {
  sealerOf(key: Buffer): Sealer;
  indexerOf(key: Buffer): Indexer;
}
