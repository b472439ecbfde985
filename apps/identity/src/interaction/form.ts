import { markup, type Html } from './markup.js';
import { both, type PageText } from './page.js';

const FAULT_ID = 'fault';

export interface Field {
  name: string;
  label: PageText;
  type?: 'text' | 'password';
  autocomplete: string;
  hint?: PageText;
  maxLength?: number;
  value?: string;
  /** Digits from an authenticator app. */
  isCode?: boolean;
  isFirst?: boolean;
  /** The fault at the top of the page is about it. */
  isWrong?: boolean;
}

const attribute = (name: string, value: string | number | undefined): Html =>
  value === undefined ? markup`` : markup` ${name}="${value}"`;

/** A label, what helps to fill the field in, and the field. Whoever pastes may paste. */
export function field(given: Field): Html {
  const { name, label, type = 'text', autocomplete, hint, maxLength, value, isCode, isFirst, isWrong } = given;
  const hintId = `${name}-hint`;
  const describedBy = [...(hint ? [hintId] : []), ...(isWrong ? [FAULT_ID] : [])].join(' ');
  return markup`<label for="${name}">${label.zh}<span class="en" lang="en">${label.en}</span></label>
${hint ? markup`<p class="hint" id="${hintId}">${both(hint)}</p>` : markup``}<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" required${attribute('maxlength', maxLength)}${attribute('value', value || undefined)}${isCode ? markup` class="code" inputmode="numeric"` : markup``}${isFirst ? markup` autofocus` : markup``}${isWrong ? markup` aria-invalid="true"` : markup``}${attribute('aria-describedby', describedBy || undefined)}>`;
}

export const hidden = (name: string, value: string): Html =>
  markup`<input type="hidden" name="${name}" value="${value}">`;

export const submit = (action: string, { zh, en }: PageText): Html =>
  markup`<button type="submit" name="action" value="${action}">${zh}<span class="en" lang="en">${en}</span></button>`;

/** Beside the main way: nothing of the form need be filled in for it. */
export const plainSubmit = (action: string, { zh, en }: PageText): Html =>
  markup`<button type="submit" name="action" value="${action}" class="plain" formnovalidate>${zh}<span class="en" lang="en">${en}</span></button>`;

export const faultBox = (text: PageText | undefined): Html =>
  text ? markup`<div class="fault" id="${FAULT_ID}" role="alert"><p>${both(text)}</p></div>` : markup``;

export const noticeBox = (text: PageText | undefined): Html =>
  text ? markup`<div class="notice" role="status"><p>${both(text)}</p></div>` : markup``;

export const waitText = (retryAfterS: number): PageText => ({
  zh: `尝试次数过多，请 ${retryAfterS} 秒后再试。`,
  en: `Too many attempts. Try again in ${retryAfterS} seconds.`,
});

export const link = (href: string, { zh, en }: PageText, look?: 'act'): Html =>
  markup`<a href="${href}"${attribute('class', look)}>${zh}<span class="en" lang="en">${en}</span></a>`;

/** The text fields of a form; what is missing is empty. */
export function formFields<T extends string>(body: unknown, names: readonly T[]): Record<T, string> {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const entries = names.map((name) => [name, typeof given[name] === 'string' ? given[name] : '']);
  return Object.fromEntries(entries) as Record<T, string>;
}
