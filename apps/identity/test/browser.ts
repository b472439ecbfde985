import { createHash, randomBytes } from 'node:crypto';
import { ISSUER } from './identity.js';
import { demoCode } from './second-factor.js';

export const PORTAL_CALLBACK = 'http://localhost:8080/callback';

export interface Page {
  status: number;
  url: string;
  headers: Headers;
  text: string;
}

interface Cookie {
  value: string;
  path: string;
}

export interface SignInRequest {
  url: string;
  verifier: string;
  state: string;
}

/** An authorization request as the portal sends it; `changes` with an empty value takes a parameter away. */
export function signInRequest(changes: Record<string, string> = {}): SignInRequest {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(8).toString('base64url');
  const parameters: Record<string, string> = {
    client_id: 'portal',
    response_type: 'code',
    redirect_uri: PORTAL_CALLBACK,
    scope: 'openid profile',
    state,
    nonce: 'a-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  const url = new URL(`${ISSUER}/auth`);
  for (const [name, value] of Object.entries(parameters)) if (value) url.searchParams.set(name, value);
  return { url: url.href, verifier, state };
}

/** A browser that knows cookies and redirects, and reaches the issuer's public address at the process's own port. */
export class Browser {
  private readonly cookies = new Map<string, Cookie>();

  constructor(
    private readonly base: string,
    private readonly ownHeaders: Record<string, string> = {},
  ) {}

  /** Follows redirects for as long as they stay with the issuer; the last address may be the client's. */
  async open(address: string, init: RequestInit = {}): Promise<Page> {
    let url = address;
    let next: RequestInit = init;
    for (let hop = 0; hop < 10; hop += 1) {
      const local = new URL(url.replace(new URL(ISSUER).origin, this.base));
      const response = await fetch(local, {
        ...next,
        redirect: 'manual',
        headers: {
          accept: 'text/html',
          ...this.ownHeaders,
          ...(next.headers as Record<string, string>),
          cookie: this.cookiesFor(local),
        },
      });
      this.keep(response.headers.getSetCookie());
      const location = response.headers.get('location');
      if (!location) return { status: response.status, url, headers: response.headers, text: await response.text() };
      url = new URL(location, url).href;
      if (!url.startsWith(ISSUER)) return { status: response.status, url, headers: response.headers, text: '' };
      next = {};
    }
    throw new Error('too many redirects');
  }

  async submit(page: Page, fields: Record<string, string>): Promise<Page> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1];
    if (!action) throw new Error(`no form on the page ${page.status}: ${page.text}`);
    const form = /<form[^>]* action="[^"]+"[^>]*>([\s\S]*?)<\/form>/.exec(page.text)?.[1] ?? '';
    const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
    return this.open(new URL(action, page.url).href, {
      method: 'POST',
      body: new URLSearchParams({ ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])), ...fields }),
    });
  }

  /** The whole way of a person who knows the password and, where it is asked for, has the demo phone. */
  async signIn(username: string, password: string, request: SignInRequest): Promise<URL> {
    const page = await this.open(request.url);
    const next = await this.submit(page, { action: 'sign-in', username, password });
    const end = next.text.includes('value="second-factor"')
      ? await this.submit(next, { action: 'second-factor', code: await demoCode(username) })
      : next;
    return new URL(end.url);
  }

  private cookiesFor(url: URL): string {
    return [...this.cookies]
      .filter(([, cookie]) => url.pathname.startsWith(cookie.path))
      .map(([name, cookie]) => `${name.split(' ')[0]}=${cookie.value}`)
      .join('; ');
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const path = attributes.find((each) => /^path=/i.test(each))?.slice('path='.length) ?? '/';
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value) this.cookies.set(`${name} ${path}`, { value, path });
      else this.cookies.delete(`${name} ${path}`);
    }
  }
}

export interface TokenAnswer {
  status: number;
  body: Record<string, string>;
}

export async function askForTokens(
  base: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<TokenAnswer> {
  const response = await fetch(`${base}/oidc/token`, { method: 'POST', headers, body: new URLSearchParams(fields) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

/** Redeems the code at the end of a sign-in. */
export async function redeem(base: string, end: URL, request: SignInRequest): Promise<TokenAnswer> {
  return askForTokens(base, {
    grant_type: 'authorization_code',
    client_id: 'portal',
    redirect_uri: PORTAL_CALLBACK,
    code: end.searchParams.get('code') ?? '',
    code_verifier: request.verifier,
  });
}

export async function refresh(base: string, refreshToken: string): Promise<TokenAnswer> {
  return askForTokens(base, { grant_type: 'refresh_token', client_id: 'portal', refresh_token: refreshToken });
}
