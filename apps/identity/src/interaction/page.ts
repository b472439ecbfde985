import { createHash } from 'node:crypto';
import { markup, rawHtml, type Html } from './markup.js';

/** The whole look of our pages; nothing is fetched from anywhere. */
const STYLE = `
*{box-sizing:border-box}
html{font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
line-height:1.6;color:#1d2733;background:#f3f5f8;-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;padding:1.5rem 1rem}
header{width:100%;max-width:25rem;margin:4vh 0 1.25rem}
.brand{margin:0;font-size:1.25rem;font-weight:600;color:#14365c}
.brand small{display:block;font-size:.875rem;font-weight:400;color:#4c5a6b}
main{width:100%;max-width:25rem;background:#fff;border:1px solid #d8dee6;border-radius:.75rem;padding:1.5rem}
h1{margin:0 0 1rem;font-size:1.375rem;line-height:1.35}
.en{display:block;font-size:.875em;font-weight:400;color:#4c5a6b}
p{margin:0 0 1rem}
label{display:block;margin:1rem 0 .375rem;font-weight:600}
label .en{display:inline;margin-left:.375rem}
input{display:block;width:100%;min-height:3rem;padding:.625rem .75rem;font:inherit;color:inherit;background:#fff;
border:1px solid #7b8794;border-radius:.5rem}
button{display:block;width:100%;min-height:3rem;margin-top:1.5rem;padding:.625rem 1rem;font:inherit;font-weight:600;
border:1px solid #14508c;border-radius:.5rem;cursor:pointer;color:#fff;background:#14508c}
button.plain{margin-top:.75rem;color:#14508c;background:#fff}
button .en{display:inline;margin-left:.375rem;color:inherit}
input:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #b45f06;outline-offset:2px}
.fault{margin:0 0 1rem;padding:.75rem 1rem;border:1px solid #b3261e;border-left-width:.375rem;border-radius:.5rem;
background:#fdf3f2}
.fault p{margin:0}
.code{font-size:.875rem;color:#4c5a6b;overflow-wrap:anywhere}
a{color:#14508c}
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

export interface PageText {
  zh: string;
  en: string;
}

export const both = ({ zh, en }: PageText): Html =>
  markup`<span lang="zh-CN">${zh}</span> <span class="en" lang="en">${en}</span>`;

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
<header><p class="brand">匠证 <span lang="en">Jiangzheng</span><small>${both(SUBTITLE)}</small></p></header>
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
