import { createHash, randomBytes } from 'node:crypto';

/** The demo's own public client; identity registers it in demo mode only. */
const CLIENT_ID = 'demo-cli';
const REDIRECT_URI = 'http://127.0.0.1:8399/callback';
const HOPS_MAX = 12;

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

async function codeOf(gateway: string, start: URL, username: string, password: string): Promise<string> {
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
    if (response.status !== 200)
      throw new Error(`sign-in of ${username}: ${next.url.split('?')[0] ?? ''} answered ${response.status}`);
    const { action, fields } = readForm(html, gateway);
    fields.set('username', username);
    fields.set('password', password);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: gateway };
    next = { url: action, init: { method: 'POST', headers, body: fields.toString() } };
  }
  throw new Error(`sign-in of ${username} does not end`);
}

/** Signs a person in as a browser would (authorization code with PKCE) and gives the access token. */
export async function signIn(gateway: string, username: string, password: string): Promise<string> {
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
  const code = await codeOf(gateway, start, username, password);
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
  const answer = (await response.json()) as { access_token?: string; error?: string };
  if (!answer.access_token) throw new Error(`no token for ${username}: ${answer.error ?? response.status}`);
  return answer.access_token;
}
