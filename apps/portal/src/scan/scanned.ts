/** What a text from a code is for this site. */
export type Scanned =
  | { kind: 'token'; token: string }
  /** The signed text for offline use, which the registry can check too. */
  | { kind: 'paper'; text: string }
  /** A link that looks like ours and leads elsewhere: it is named, never opened. */
  | { kind: 'elsewhere'; host: string }
  | { kind: 'unknown' };

const TOKEN_PATH = /^\/v\/([\w-]{22})\/?$/;
const PAPER_PREFIX = 'JZ1:';
/** Capacity of the largest code that certificates carry; a longer text is none of ours. */
const TEXT_MAX = 2048;

/** `URL.parse` is younger than many phones. */
function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

export function scannedOf(text: string, host: string): Scanned {
  const plain = text.trim();
  if (plain.length > TEXT_MAX) return { kind: 'unknown' };
  if (plain.startsWith(PAPER_PREFIX)) return { kind: 'paper', text: plain };
  const url = urlOf(plain);
  if (!url || !/^https?:$/.test(url.protocol)) return { kind: 'unknown' };
  const token = TOKEN_PATH.exec(url.pathname)?.[1];
  if (url.host !== host) return { kind: 'elsewhere', host: url.host };
  return token ? { kind: 'token', token } : { kind: 'unknown' };
}
