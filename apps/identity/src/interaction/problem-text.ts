import type { DomainError } from '@app/kernel';
import { platformProblems } from '@app/platform';
import { identityProblems } from '../problems.js';
import type { PageText } from './page.js';

const fill = (template: string, params: DomainError['params']): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** An error of ours as a sentence for people, in both languages. */
export function problemText(error: DomainError): PageText {
  const kind = identityProblems[error.code] ?? platformProblems[error.code];
  if (!kind) return { zh: '系统内部错误。', en: 'Internal error.' };
  return { zh: `${fill(kind.zh, error.params)}。`, en: `${fill(kind.en, error.params)}.` };
}
