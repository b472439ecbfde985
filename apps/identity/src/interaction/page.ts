import { createHash } from 'node:crypto';
import { markup, rawHtml, type Html } from './markup.js';

/** The whole look of our pages, that of the portal; nothing is fetched from anywhere. */
const STYLE = `
*{box-sizing:border-box}
html{font-family:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",
"Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif;line-height:1.65;color:#14272e;background:#f4f6f5;
-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;padding:0 1rem 2rem}
header{align-self:stretch;margin:0 -1rem 2rem;padding:.75rem 1rem;background:#fff;border-bottom:1px solid #cfd9d9}
.brand{display:flex;align-items:center;gap:.625rem;max-width:25rem;margin:0 auto;font-size:1.0625rem;font-weight:600;
line-height:1.25}
.brand svg{flex:none}
.brand small{display:block;font-size:.8125rem;font-weight:400;color:#4a6069}
main{width:100%;max-width:25rem;background:#fff;border:1px solid #cfd9d9;border-radius:6px;padding:1.5rem}
h1{margin:0 0 1rem;font-size:1.5rem;font-weight:600;line-height:1.3}
h1 .en{font-size:1rem}
.en{display:block;font-size:.875em;font-weight:400;color:#4a6069}
p{margin:0 0 1rem}
label{display:block;margin:1rem 0 .375rem;font-weight:600}
label .en{display:inline;margin-left:.375rem}
input{display:block;width:100%;min-height:46px;padding:.5rem .75rem;font:inherit;color:inherit;background:#fff;
border:1px solid #7b8f95;border-radius:6px}
input[aria-invalid]{border-color:#a3231b;box-shadow:inset 3px 0 0 #a3231b}
button{display:block;width:100%;min-height:46px;margin-top:1.5rem;padding:.5rem 1rem;font:inherit;font-weight:600;
border:1px solid #0f4c5c;border-radius:6px;cursor:pointer;color:#fff;background:#0f4c5c}
button:hover{background:#0a3743}
button.plain{margin-top:.75rem;color:#0f4c5c;background:#fff}
button.plain:hover{background:#e6f0f1}
button .en{display:inline;margin-left:.375rem;color:inherit}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #b96f00;outline-offset:2px}
.fault{margin:0 0 1rem;padding:.75rem 1rem;border:1px solid #a3231b;border-radius:6px;background:#fbeeec}
.fault p{margin:0}
.code{font-size:.875rem;color:#4a6069;overflow-wrap:anywhere}
a{color:#0f4c5c}
@media (max-width:480px){header{margin-bottom:1rem}main{padding:1.25rem}}
`;
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

export function page(title: PageText, content: Html): string {
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title.zh} · ${title.en}</title>
<style>${rawHtml(STYLE)}</style>
</head>
<body>
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
