import {
  documentTypes,
  educationLevels,
  educationSuggestions,
  ethnicGroups,
  type DocumentType,
  type EducationLevel,
} from './data/candidate-values.js';
import { normaliseText } from './normalise.js';
import { refuse, type Failure, type Repaired } from './parsed.js';

/** A refusal that knows what the clerk probably meant. */
export interface SuggestingFailure extends Failure {
  suggestion?: string;
}

function compact(text: string): string {
  return normaliseText(text).replace(/ /g, '');
}

/**
 * 民族 with the 族 that clerks leave out: `汉` → `汉族`. Names as in GB/T 3304.
 * Rules: `empty`, `unknown-ethnicity`.
 */
export function readEthnicity(text: string): Repaired<string> {
  const clean = compact(text);
  if (clean === '') return refuse('empty', '民族为空', 'the ethnic group is empty');
  const name = clean.endsWith('族') ? clean : `${clean}族`;
  if (!ethnicGroups.includes(name)) {
    return refuse('unknown-ethnicity', '民族不在国家标准名称中', 'not one of the 56 standard names');
  }
  return { ok: true, value: name, repaired: name !== text };
}

/**
 * 文化程度. Only the twelve official values pass, spaces and width aside; `本科` is refused with the suggestion
 * `大学本科` because the authority's template refuses it too (domain.md §12 item 53).
 * Rules: `empty`, `unknown-education`.
 */
export function readEducation(text: string): Repaired<EducationLevel> | SuggestingFailure {
  const clean = compact(text);
  if (clean === '') return refuse('empty', '文化程度为空', 'the education level is empty');
  const value = educationLevels.find((level) => level === clean);
  if (value !== undefined) return { ok: true, value, repaired: value !== text };
  const suggestion = educationSuggestions[clean];
  const refusal = refuse(
    'unknown-education',
    suggestion === undefined ? '文化程度不在可选值中' : `文化程度不在可选值中,应填“${suggestion}”`,
    suggestion === undefined ? 'not a value of the list' : `not a value of the list; write ${suggestion}`,
  );
  return suggestion === undefined ? refusal : { ...refusal, suggestion };
}

/**
 * 证件类型 by official name, common name or key.
 * Rules: `empty`, `unknown-document-type`.
 */
export function readDocumentType(text: string): Repaired<DocumentType> {
  const clean = compact(text);
  if (clean === '') return refuse('empty', '证件类型为空', 'the document type is empty');
  const value = documentTypes.find(
    ({ key, name, aliases }) => key === clean || name === clean || aliases.includes(clean),
  );
  if (value === undefined) {
    return refuse('unknown-document-type', '证件类型不在可选值中', 'not a document type of the list');
  }
  return { ok: true, value, repaired: value.name !== text };
}
