import {
  checkDocument,
  gatherSnapshot,
  readSnapshot,
  SNAPSHOT_FORMAT,
  type DocumentReport,
  type Snapshot,
} from '@app/credential';
import { beginSha256 } from '../../../../libs/credential/src/sha256.ts';
import { readCode } from '../../src/scan/read-code.ts';

const EMBEDDED = 'snapshot';
const NOT_FOUND = 404;
const WORD_BYTES = 4;

/** The log's proofs need a digest that answers at once; the browser's own is a promise. */
function sha256(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 * WORD_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [at, word] of beginSha256(new Uint8Array(0)).digest(data).entries()) view.setInt32(at * WORD_BYTES, word);
  return bytes;
}

/** The snapshot that this copy of the page was saved with. */
export function embeddedSnapshot(): Snapshot | undefined {
  const text = document.getElementById(EMBEDDED)?.textContent.trim();
  try {
    return text ? readSnapshot(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the page came from a registry, which can be asked for a snapshot then. */
export const isServed = (): boolean => location.protocol === 'https:' || location.protocol === 'http:';

/** From the registry that served the page, and from nobody else. */
export function takeSnapshot(): Promise<Snapshot> {
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const response = await fetch(`/${path}`, { cache: 'no-cache' });
    if (response.status === NOT_FOUND) return undefined;
    if (!response.ok) throw Object.assign(new Error(path), { code: 'offline/registry' });
    return new Uint8Array(await response.arrayBuffer());
  };
  return gatherSnapshot(read, { registry: location.origin, now: new Date(), lists: 'all' });
}

/** A copy of this page that has the snapshot in it. */
export function pageWith(snapshot: Snapshot): Blob {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  const main = copy.querySelector('main');
  if (main) main.textContent = '';
  const place = copy.querySelector(`#${EMBEDDED}`);
  // No text of it may end the element that it stands in.
  if (place) place.textContent = JSON.stringify(snapshot).replaceAll('<', String.raw`\u003c`);
  return new Blob([`<!doctype html>\n${copy.outerHTML}`], { type: 'text/html' });
}

const NOTHING: Snapshot = { format: SNAPSHOT_FORMAT, registry: '', takenAt: '', keys: [], sites: [], statusLists: [] };

export const check = (given: Uint8Array | string, snapshot: Snapshot = NOTHING): Promise<DocumentReport> =>
  checkDocument(given, { snapshot, hash: sha256, readCode, now: new Date() });
