import { useRef } from 'react';
import type { AuditedService, AuditHead } from '../../api/audit.ts';
import { useTexts } from '../../i18n/locale.tsx';
import { CopyButton } from '../copy-button.tsx';
import { headText } from './audit.ts';
import { auditDictionary } from './audit-dictionary.ts';

/** Noted elsewhere, it shows later that nothing was taken away. */
export function ChainEnd({ service, head }: { service: AuditedService; head: AuditHead }) {
  const t = useTexts(auditDictionary);
  const shown = useRef<HTMLElement>(null);
  const text = headText(service, head);
  const words = { copy: t('copy'), copied: t('copied'), failed: t('copyFailed') };
  return (
    <section className="chain-end" aria-labelledby="chain-end-title">
      <h2 id="chain-end-title">{t('headTitle')}</h2>
      <p>{t('headText', { n: head.position })}</p>
      <p className="code chain-command">
        npm run audit -- verify --head <span ref={shown}>{text}</span>
      </p>
      <CopyButton key={text} text={text} shown={shown} words={words} />
    </section>
  );
}
