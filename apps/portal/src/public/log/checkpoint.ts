/** Who confirmed a checkpoint, and when; a log's own signature carries no time. */
export interface Cosignature {
  name: string;
  /** RFC 3339. */
  at: string;
}

export interface Checkpoint {
  origin: string;
  size: number;
  rootHash: string;
  cosignatures: Cosignature[];
  text: string;
}

/** C2SP tlog-cosignature: four bytes of key id, eight of time in seconds, the signature. */
const KEY_ID_BYTES = 4;
const TIME_BYTES = 8;
const COSIGNATURE_BYTES = KEY_ID_BYTES + TIME_BYTES + 64;
const SECOND_MS = 1000;
const SIGNATURE_LINE = /^— (\S+) (\S+)$/;

function timeOf(signature: string): string | null {
  const bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
  if (bytes.length !== COSIGNATURE_BYTES) return null;
  const seconds = new DataView(bytes.buffer).getBigUint64(KEY_ID_BYTES);
  return new Date(Number(seconds) * SECOND_MS).toISOString();
}

/**
 * What a checkpoint says, read to be shown. Its signatures are not checked here: a page from the same server could not
 * prove anything about it; `npm run audit-log` does.
 */
export function checkpointOf(text: string): Checkpoint | null {
  const [body = '', signatures = ''] = text.split('\n\n');
  const [origin = '', size = '', rootHash = ''] = body.split('\n');
  if (!origin || !/^\d{1,15}$/.test(size) || !rootHash) return null;
  const cosignatures = signatures.split('\n').flatMap((line): Cosignature[] => {
    const [, name, signature] = SIGNATURE_LINE.exec(line) ?? [];
    const at = name && signature && name !== origin ? timeOf(signature) : null;
    return name && at ? [{ name, at }] : [];
  });
  return { origin, size: Number(size), rootHash, cosignatures, text };
}
