import type { KoaContextWithOIDC } from 'oidc-provider';
import { markup, rawHtml } from './markup.js';
import { both, page, pageHeaders } from './page.js';

/** Origin that signing out leads to, when the client asked to be returned to. */
function returnOrigin(ctx: KoaContextWithOIDC): string[] {
  const uri = ctx.oidc.params?.['post_logout_redirect_uri'];
  return typeof uri === 'string' ? [new URL(uri).origin] : [];
}

/** @param form the provider's own form, without buttons */
export function renderSignOut(ctx: KoaContextWithOIDC, form: string): void {
  ctx.set(pageHeaders(returnOrigin(ctx)));
  ctx.body = page(
    { zh: '退出登录', en: 'Sign out' },
    markup`<p>${both({ zh: '确定要退出匠证吗？', en: 'Do you want to sign out of Jiangzheng?' })}</p>
      ${rawHtml(form)}
      <button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>
        退出<span class="en" lang="en">Sign out</span>
      </button>
      <button type="submit" form="op.logoutForm" class="plain">
        保持登录<span class="en" lang="en">Stay signed in</span>
      </button>`,
  );
}

export function renderSignedOut(ctx: KoaContextWithOIDC): void {
  ctx.set(pageHeaders());
  ctx.body = page(
    { zh: '已退出', en: 'Signed out' },
    markup`<p>${both({ zh: '您可以关闭此页面。', en: 'You can close this page.' })}</p>`,
  );
}
