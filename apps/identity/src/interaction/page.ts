import { createHash } from 'node:crypto';
import { markup, rawHtml, type Html } from './markup.js';
import { STYLE } from './style.js';

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

export interface PageText {
  zh: string;
  en: string;
}

export const both = ({ zh, en }: PageText): Html =>
  markup`<span lang="zh-CN">${zh}</span> <span class="en" lang="en">${en}</span>`;

/** The portal's apps/portal/src/ui/mark.svg. */
const MARK = rawHtml(
  '<svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke-linecap="round" aria-hidden="true">' +
    '<rect width="32" height="32" rx="6" fill="#0f4c5c"/><path d="M8 9h16M8 9v14h16" stroke="#fff" stroke-width="2.6"/>' +
    '<path d="M13 16.5l3.2 3.2L23 13" stroke="#f0d9a8" stroke-width="2.8" stroke-linejoin="round"/></svg>',
);

const SUBTITLE: PageText = { zh: '职业技能等级证书管理', en: 'Vocational-skill certification' };

/** @param shape `wide` for a page that shows more than one form */
export function page(title: PageText, content: Html, shape: 'narrow' | 'wide' = 'narrow'): string {
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title.zh} · ${title.en}</title>
<style>${rawHtml(STYLE)}</style>
</head>
<body class="${shape}">
<header><p class="brand">${MARK}<span>匠证 <span lang="en">Jiangzheng</span><small>${both(SUBTITLE)}</small></span></p></header>
<main>
<h1>${both(title)}</h1>
${content}
</main>
</body>
</html>
`.text;
}

/** @param formTargets origins that a form of the page may lead to, by redirects, beside our own */
export function pageHeaders(formTargets: readonly string[] = []): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${STYLE_HASH}'`,
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}
