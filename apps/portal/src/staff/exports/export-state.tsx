import type { ExportRequest } from '../../api/exports.ts';
import { useTexts } from '../../i18n/locale.tsx';
import { timeLeft } from './exports.ts';
import { exportsDictionary } from './exports-dictionary.ts';

const TONES: Readonly<Record<ExportRequest['state'], string>> = {
  prepared: 'busy',
  ready: 'done',
  'awaiting-approval': 'busy',
  refused: 'stop',
  expired: 'quiet',
};

export function ExportStateTag({ request: { state } }: { request: ExportRequest }) {
  const t = useTexts(exportsDictionary);
  return <span className={`state-tag state-${TONES[state]}`}>{t(`state:${state}`)}</span>;
}

/** How long it may still be decided or fetched; nothing for one that is over. */
export function TimeLeft({ request }: { request: ExportRequest }) {
  const t = useTexts(exportsDictionary);
  const isOpen = request.state === 'ready' || request.state === 'awaiting-approval';
  const left = isOpen ? timeLeft(request, new Date()) : undefined;
  if (!left) return null;
  return <span className="time-left">{t('left', { n: t(left.unit, { n: left.n }) })}</span>;
}
