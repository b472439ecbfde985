import './page.css';
import { DOCUMENT_BYTES_MAX, readSnapshot, type DocumentReport, type Snapshot } from '@app/credential';
import { element } from './element.ts';
import { outcomeView } from './outcome.ts';
import { codeInFile, pixelsOf } from '../../src/scan/picture.ts';
import { scan } from './scanner.ts';
import { check, embeddedSnapshot, isServed, pageWith, takeSnapshot } from './trust.ts';
import { isWord, pick, type Language, type Word } from './words.ts';

const DAY_MS = 86_400_000;
const SNAPSHOT_BYTES_MAX = 32_000_000;

const state = {
  language: (navigator.language.startsWith('zh') ? 'zh' : 'en') as Language,
  snapshot: embeddedSnapshot(),
  report: undefined as DocumentReport | undefined,
  fault: undefined as Word | undefined,
  scanning: undefined as AbortController | undefined,
};
const t = (word: Word): string => pick(state.language, word);
const main = document.getElementById('main') as HTMLElement;

const codeOf = (error: unknown): string => String((Object(error) as { code?: unknown }).code ?? '');

/** Whatever goes wrong is said; the words of an error may hold what the document says. */
async function attempt(work: () => Promise<void>, saying: Word): Promise<void> {
  Object.assign(state, { fault: undefined, report: undefined });
  draw(t(saying));
  try {
    await work();
  } catch (error) {
    const code = codeOf(error);
    state.fault = isWord(code) ? code : 'damaged';
  }
  draw();
  document.getElementById('outcome')?.focus();
}

const judge = (given: Uint8Array | string): Promise<void> =>
  attempt(async () => {
    state.report = await check(given, state.snapshot);
  }, 'working');

async function takeFile(file: File): Promise<void> {
  const head = new Uint8Array(await file.slice(0, 1_000_000).arrayBuffer());
  if (pixelsOf(head) === 0) {
    // One byte more than is taken, so that what is too large is told to be.
    await judge(new Uint8Array(await file.slice(0, DOCUMENT_BYTES_MAX + 1).arrayBuffer()));
    return;
  }
  const text = await codeInFile(file);
  if (text !== null) await judge(text);
  else {
    Object.assign(state, { fault: 'noCode', report: undefined });
    draw();
    document.getElementById('outcome')?.focus();
  }
}

async function startScan(): Promise<void> {
  const stopping = new AbortController();
  Object.assign(state, { scanning: stopping, fault: undefined, report: undefined });
  draw();
  let text: string | null = null;
  try {
    text = await scan(document.querySelector('video') as HTMLVideoElement, stopping.signal);
  } catch {
    state.fault = 'noCamera';
  }
  state.scanning = undefined;
  if (text !== null) await judge(text);
  else draw();
}

function save(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  element('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

const useSnapshot = (take: () => Promise<Snapshot>): Promise<void> =>
  attempt(async () => {
    state.snapshot = await take();
  }, 'fetching');

function fileButton(
  word: Word,
  accept: string,
  className: string,
  take: (file: File) => Promise<unknown>,
): HTMLElement {
  const input = element('input', { type: 'file', accept });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void take(file);
  });
  return element('label', { className: `file ${className}` }, [t(word), input]);
}

function button(word: Word, work: () => unknown, className = ''): HTMLElement {
  const made = element('button', { type: 'button', className }, [t(word)]);
  made.addEventListener('click', () => void work());
  return made;
}

function askPanel(): HTMLElement {
  const text = element('textarea', { id: 'text', spellcheck: false });
  return element('section', { className: 'panel' }, [
    element('div', { className: 'actions' }, [
      fileButton('choose', '.pdf,.txt,.jwt,image/png,image/jpeg', 'primary', takeFile),
      state.scanning ? button('stop', () => state.scanning?.abort()) : button('scan', startScan),
    ]),
    ...(state.scanning ? [element('video', { muted: true, playsInline: true })] : []),
    element('label', { className: 'above', htmlFor: 'text' }, [t('paste')]),
    text,
    element('div', { className: 'actions' }, [button('check', () => judge(text.value))]),
  ]);
}

function snapshotPanel(): HTMLElement {
  const { snapshot, language } = state;
  const time = snapshot && new Date(snapshot.takenAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  const taken = t('taken')
    .replace('{registry}', snapshot?.registry ?? '')
    .replace('{time}', time ?? '');
  const isOld = snapshot !== undefined && Date.now() - Date.parse(snapshot.takenAt) > DAY_MS;
  const read = (file: File): Promise<void> =>
    useSnapshot(async () => readSnapshot(await file.slice(0, SNAPSHOT_BYTES_MAX).text()));
  return element('section', { className: 'panel' }, [
    element('h2', {}, [t('snapshot')]),
    element('p', {}, [snapshot ? taken : t('noSnapshot')]),
    ...(isOld ? [element('p', { className: 'open' }, [t('old')])] : []),
    element('div', { className: 'actions' }, [
      ...(isServed() ? [button('fetchSnapshot', () => useSnapshot(takeSnapshot))] : []),
      fileButton('loadSnapshot', '.json,application/json', '', read),
      ...(snapshot ? [button('savePage', () => save(pageWith(snapshot), 'verify.html'))] : []),
    ]),
  ]);
}

function draw(working?: string): void {
  const { language, report, fault } = state;
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  const faultView = fault
    ? [
        element('section', { className: 'panel', id: 'outcome', tabIndex: -1 }, [
          element('p', { className: 'bad' }, [t(fault)]),
        ]),
      ]
    : [];
  const status = element('p', { className: 'quiet' }, [working ?? '']);
  status.setAttribute('role', 'status');
  main.replaceChildren(
    element('h1', {}, [t('title')]),
    element('p', { className: 'quiet' }, [t('lead')]),
    askPanel(),
    status,
    ...faultView,
    ...(report ? [outcomeView(report, language)] : []),
    snapshotPanel(),
  );
}

const language = document.getElementById('language') as HTMLButtonElement;
language.addEventListener('click', () => {
  state.language = state.language === 'zh' ? 'en' : 'zh';
  language.textContent = state.language === 'zh' ? 'English' : '中文';
  language.lang = state.language === 'zh' ? 'en' : 'zh-CN';
  draw();
});
language.textContent = state.language === 'zh' ? 'English' : '中文';
draw();
