import { errors, type ErrorOut, type KoaContextWithOIDC } from 'oidc-provider';
import type { ParameterizedContext } from 'koa';
import { markup } from './markup.js';
import { both, page, pageHeaders, type PageText } from './page.js';

const TITLE: PageText = { zh: '无法继续', en: 'This cannot go on' };
const INTERNAL: PageText = {
  zh: '系统内部错误，已记录，请稍后再试。',
  en: 'An internal error was recorded. Try again later.',
};
const UNUSUAL: PageText = {
  zh: '请求不符合登录协议，请回到原来的系统重新开始。',
  en: 'The request does not follow the sign-in protocol. Go back to where you came from and start again.',
};
/** By error code of OAuth 2.0 and OpenID Connect. */
const TEXTS: Readonly<Record<string, PageText>> = {
  server_error: INTERNAL,
  invalid_client: {
    zh: '发起登录的系统未登记，请联系管理员。',
    en: 'The system that asked for this sign-in is not registered. Tell an administrator.',
  },
  invalid_redirect_uri: {
    zh: '发起登录的系统使用了未登记的返回地址，请联系管理员。',
    en: 'The system that asked for this sign-in gave a return address that is not registered. Tell an administrator.',
  },
  access_denied: { zh: '登录已取消。', en: 'The sign-in was cancelled.' },
};
const EXPIRED: PageText = {
  zh: '本次登录已过期或已在别处完成，请回到系统首页重新登录。',
  en: 'This sign-in has expired or was finished elsewhere. Go back to the start page and sign in again.',
};

/** @param code stable name of the error, for whoever is asked for help */
export function errorPage(text: PageText, code: string): string {
  return page(
    TITLE,
    markup`<div class="fault" role="alert"><p>${both(text)}</p></div>
      <p class="code">${code}</p>`,
  );
}

/** Says what went wrong in our words; the provider's own description and the stack stay in the log. */
export function renderProviderError(ctx: KoaContextWithOIDC, out: ErrorOut, error: Error): void {
  const text = error instanceof errors.SessionNotFound ? EXPIRED : (TEXTS[out.error] ?? UNUSUAL);
  ctx.set(pageHeaders());
  ctx.body = errorPage(text, out.error);
}

/** For people; a program gets the bare status. */
export function renderNotFound(ctx: ParameterizedContext): void {
  if (ctx.accepts('json', 'html') !== 'html') return;
  ctx.set(pageHeaders());
  ctx.body = errorPage({ zh: '没有这个地址。', en: 'There is nothing at this address.' }, 'not_found');
  ctx.status = 404;
}
