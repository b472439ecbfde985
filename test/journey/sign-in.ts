import { createHash, randomBytes } from 'node:crypto';
import { DEMO_TOTP_SECRET } from '../../deploy/local/secrets.ts';
import { AuthenticatorApp } from './authenticator-app.ts';

/** The demo's own public client; identity registers it in demo mode only. */
const CLIENT_ID = 'demo-cli';
const REDIRECT_URI = 'http://127.0.0.1:8399/callback';
const HOPS_MAX = 16;
/** A token is handed out again as long as it works for at least this long. */
const TOKEN_MARGIN_MS = 30_000;
const MS_PER_S = 1000;

const app = new AuthenticatorApp(DEMO_TOTP_SECRET);

interface KeptToken {
  token: string;
  until: number;
}

/** By gateway and username: each sign-in with a second factor uses up a code, and there are two a minute. */
const kept = new Map<string, KeptToken>();
const keyOf = (gateway: string, username: string): string => `${gateway} ${username}`;

class CookieJar {
  readonly cookies = new Map<string, string>();

  store(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), value);
    }
  }

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** Reads the sign-in form of a page: where it goes, and the hidden fields it carries. */
function readForm(html: string, base: string): { action: string; fields: URLSearchParams } {
  const form = /<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/.exec(html);
  if (!form) throw new Error('the sign-in page has no form');
  const fields = new URLSearchParams();
  for (const input of (form[2] ?? '').matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input[0])?.[1];
    if (name) fields.set(name, /value="([^"]*)"/.exec(input[0])?.[1] ?? '');
  }
  return { action: new URL((form[1] ?? '').replaceAll('&amp;', '&'), base).href, fields };
}

/** What a page asks the person for, beside its hidden fields. */
async function answer(html: string, person: Typist): Promise<Record<string, string>> {
  if (html.includes('value="second-factor"'))
    return { action: 'second-factor', code: await app.nextCode(person.gateway, person.username) };
  return { action: 'sign-in', username: person.username, password: person.password };
}

interface Typist {
  gateway: string;
  username: string;
  password: string;
}

async function codeOf(start: URL, person: Typist): Promise<string> {
  const { gateway, username } = person;
  const jar = new CookieJar();
  let next = { url: start.href, init: { method: 'GET' } as RequestInit };
  for (let hop = 0; hop < HOPS_MAX; hop += 1) {
    const response = await fetch(next.url, {
      ...next.init,
      headers: { ...(next.init.headers as Record<string, string> | undefined), cookie: jar.header() },
      redirect: 'manual',
    });
    jar.store(response);
    const location = response.headers.get('location');
    if (location) {
      const target = new URL(location, next.url);
      await response.body?.cancel();
      if (target.href.startsWith(REDIRECT_URI)) {
        const code = target.searchParams.get('code');
        if (!code)
          throw new Error(`sign-in of ${username} was refused: ${target.searchParams.get('error') ?? 'no code'}`);
        return code;
      }
      next = { url: target.href, init: { method: 'GET' } };
      continue;
    }
    const html = await response.text();
    // A code that another process used before is refused: the next one is shown then.
    const isSecondFactor = html.includes('value="second-factor"');
    if (response.status !== 200 && !(isSecondFactor && response.status === 422))
      throw new Error(`sign-in of ${username}: ${next.url.split('?')[0] ?? ''} answered ${response.status}`);
    const { action, fields } = readForm(html, gateway);
    for (const [name, value] of Object.entries(await answer(html, person))) fields.set(name, value);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: gateway };
    next = { url: action, init: { method: 'POST', headers, body: fields.toString() } };
  }
  throw new Error(`sign-in of ${username} does not end`);
}

/** The access token of a person: the one of before while it works, else of a new sign-in. */
export async function signIn(gateway: string, username: string, password: string): Promise<string> {
  const known = kept.get(keyOf(gateway, username));
  if (known && known.until > Date.now()) return known.token;
  const { token, expiresInS } = await freshToken({ gateway, username, password });
  kept.set(keyOf(gateway, username), { token, until: Date.now() + expiresInS * MS_PER_S - TOKEN_MARGIN_MS });
  return token;
}

/** A service refused it: the next sign-in is a new one. */
export function forgetToken(gateway: string, username: string): void {
  kept.delete(keyOf(gateway, username));
}

/** Signs in as a browser would (authorization code with PKCE). */
async function freshToken(person: Typist): Promise<{ token: string; expiresInS: number }> {
  const { gateway, username } = person;
  const verifier = randomBytes(32).toString('base64url');
  const start = new URL(`${gateway}/oidc/auth`);
  start.search = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: 'openid profile',
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const code = await codeOf(start, person);
  const response = await fetch(`${gateway}/oidc/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: verifier,
    }).toString(),
  });
  const answer = (await response.json()) as { access_token?: string; expires_in?: number; error?: string };
  if (!answer.access_token) throw new Error(`no token for ${username}: ${answer.error ?? response.status}`);
  return { token: answer.access_token, expiresInS: answer.expires_in ?? 0 };
}
