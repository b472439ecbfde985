const FULL_WIDTH_OFFSET = 0xfee0;
/** Most of what is typed: common Chinese characters, or half-width ones without a space. Nothing has to be done about it. */
const CHINESE = /^[\u4e00-\u9fff]*$/;
const PLAIN = /^(?:[\x21-\x7e]*|[\u4e00-\u9fff]*)$/;

/**
 * Text as people type and paste it, made comparable: full-width ASCII (digits, letters, punctuation, `＊`) becomes
 * half-width, every kind of space becomes one space, invisible characters go, ends are trimmed. Chinese punctuation
 * and characters stay: NFKC would also replace rare name characters. Idempotent.
 */
export function normaliseText(input: string): string {
  if (PLAIN.test(input)) return input;
  return input
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * A person's name: spaces between Chinese characters go, single spaces of Latin names stay, every variant of the
 * separator in minority names (• ・ ‧ ∙ ⋅ and a dot between Chinese characters) becomes `·`. Idempotent.
 */
export function normalisePersonName(input: string): string {
  if (CHINESE.test(input)) return input;
  return normaliseText(input)
    .replace(/[•‧∙⋅・･᛫]/g, '·')
    .replace(/ ?·[ ·]*/g, '·')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, '·')
    .replace(/^·+|·+$/g, '')
    .trim();
}

/**
 * An identifier: no spaces, upper-case ASCII, every dash is `-`, and the apostrophe that Excel uses to mark text is
 * dropped. Idempotent.
 */
export function normaliseCode(input: string): string {
  return normaliseText(input)
    .replace(/ /g, '')
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, '-')
    .replace(/^['‘’`]+/, '')
    .replace(/[a-z]/g, (char) => char.toUpperCase());
}
