import { normaliseCode, normaliseText, type Failure, type Repaired } from '@app/standards';
import type { Difficulty, ItemType } from './item.js';

const refuse = (rule: string, zh: string, en: string): Failure => ({ ok: false, rule, zh, en });

const TYPES: Readonly<Record<string, ItemType>> = {
  单选题: 'single',
  单选: 'single',
  单项选择题: 'single',
  多选题: 'multiple',
  多选: 'multiple',
  多项选择题: 'multiple',
  判断题: 'judgement',
  判断: 'judgement',
};

const GRADES: Readonly<Record<string, Difficulty>> = {
  易: 1,
  容易: 1,
  较易: 2,
  中: 3,
  中等: 3,
  较难: 4,
  难: 5,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
};
/** 难度 is no required column: an empty one is 中等. */
const GRADE_DEFAULT: Difficulty = 3;

const RIGHT = new Set(['√', '✓', '✔', '对', '正确', 'T', 'TRUE']);
const WRONG = new Set(['×', '✗', '✘', 'X', '错', '错误', 'F', 'FALSE']);
const LETTERS = 'ABCDE';

/** Rules: `no-type`, `unknown-type`. */
export function readType(text: string): Repaired<ItemType> {
  const name = normaliseText(text).replace(/ /g, '');
  if (name === '') return refuse('no-type', '题型为空', 'the type is empty');
  const type = TYPES[name];
  return type
    ? { ok: true, value: type, repaired: false }
    : refuse('unknown-type', '题型应为单选题、多选题或判断题', 'the type is 单选题, 多选题 or 判断题');
}

/** Rules: `difficulty`. */
export function readDifficulty(text: string): Repaired<Difficulty> {
  const name = normaliseText(text).replace(/ /g, '');
  if (name === '') return { ok: true, value: GRADE_DEFAULT, repaired: true };
  const grade = GRADES[name];
  return grade
    ? { ok: true, value: grade, repaired: false }
    : refuse('difficulty', '难度应为易、较易、中等、较难、难或 1 至 5', 'the difficulty is 易 … 难 or 1 to 5');
}

/** Options A to E without the empty ones behind. Rules: `option-gap`, `too-few-options`, `duplicate-option`. */
export function readOptions(type: ItemType, cells: readonly string[]): Repaired<string[]> {
  if (type === 'judgement') return { ok: true, value: [], repaired: false };
  const texts = cells.map((cell) => cell.trim());
  const options = texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  if (options.includes('')) return refuse('option-gap', '选项中间有空缺', 'an option in the middle is empty');
  if (options.length < 2)
    return refuse('too-few-options', '选择题至少要有两个选项', 'a choice has at least two options');
  if (new Set(options.map((option) => normaliseText(option))).size < options.length) {
    return refuse('duplicate-option', '有两个选项相同', 'two options are the same');
  }
  return { ok: true, value: options, repaired: false };
}

/**
 * The right letters in order, or `√`/`×`. A word of the dictionary (正确, 对) is no repair; changed letters are.
 * Rules: `no-answer`, `answer-form`, `answer-without-option`.
 */
export function readAnswer(type: ItemType, text: string, optionCount: number): Repaired<string> {
  const code = normaliseCode(text);
  if (code === '') return refuse('no-answer', '答案为空', 'the answer is empty');
  if (type === 'judgement') {
    if (RIGHT.has(code)) return { ok: true, value: '√', repaired: false };
    if (WRONG.has(code)) return { ok: true, value: '×', repaired: false };
    return refuse('answer-form', '判断题答案应为 √ 或 ×', 'the answer of a judgement is √ or ×');
  }
  const letters = code.replace(/[,、;.和]/g, '').split('');
  const answer = letters.toSorted().join('');
  const formed = letters.every((letter) => LETTERS.includes(letter)) && new Set(letters).size === letters.length;
  if (!formed || (type === 'single' ? letters.length !== 1 : letters.length < 2)) {
    return type === 'single'
      ? refuse('answer-form', '单选题答案应为一个选项字母', 'the answer of a single choice is one letter')
      : refuse('answer-form', '多选题答案应为两个以上选项字母，如 ABD', 'the answer of a multiple choice is like ABD');
  }
  if (letters.some((letter) => LETTERS.indexOf(letter) >= optionCount)) {
    return refuse('answer-without-option', '答案所指的选项为空', 'the answer names an option that is empty');
  }
  return { ok: true, value: answer, repaired: answer !== text };
}
