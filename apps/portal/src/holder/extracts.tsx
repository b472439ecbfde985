import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { formatInstant } from '../i18n/format.ts';
import { pick, useLocale, usePageTitle, useTexts } from '../i18n/locale.tsx';
import { CopyButton } from '../staff/copy-button.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { ExtractForm } from './extract-form.tsx';
import { MY, type OwnCertificate, type OwnExtract } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';
import { More, useCertificateName } from './parts.tsx';
import { QrCode } from './qr-code.tsx';
import { useCertificates, useMyList, useSend } from './use-holder.ts';

/** What is handed on: a link, and the same for a camera. */
function Handing({ extract }: { extract: OwnExtract }) {
  const t = useTexts(holderDictionary);
  const link = useRef<HTMLElement>(null);
  return (
    <div className="handing">
      <QrCode text={extract.link} title={t('qrOf')} />
      <div>
        <p>
          <span className="field-help">{t('link')}</span>
          <a ref={(node) => void (link.current = node)} className="code" href={extract.link}>
            {extract.link}
          </a>
        </p>
        <CopyButton
          text={extract.link}
          shown={link}
          words={{ copy: t('copy'), copied: t('copied'), failed: t('copyFailed') }}
          isPrimary
        />
      </div>
    </div>
  );
}

/** What cannot be undone says so before. */
function RevokeButton({ extract }: { extract: OwnExtract }) {
  const t = useTexts(holderDictionary);
  const [isAsking, setIsAsking] = useState(false);
  const revoke = useSend<Record<string, never>, OwnExtract>('POST', `${MY.extracts}/${extract.id}/revoke`);
  return (
    <>
      <Button danger onClick={() => setIsAsking(true)}>
        {t('revoke')}
      </Button>
      <Modal
        open={isAsking}
        title={t('revokeTitle')}
        okText={t('revoke')}
        cancelText={t('cancel')}
        okButtonProps={{ danger: true }}
        confirmLoading={revoke.isPending}
        onOk={() => revoke.mutate({}, { onSuccess: () => setIsAsking(false) })}
        onCancel={() => setIsAsking(false)}
      >
        <p>{t('revokeText')}</p>
        {revoke.isError && <FailureNotice error={revoke.error} />}
      </Modal>
    </>
  );
}

interface CardProps {
  extract: OwnExtract;
  certificates: readonly OwnCertificate[];
  isNew: boolean;
}

function ExtractCard({ extract, certificates, isNew }: CardProps) {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  const nameOf = useCertificateName();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNew) card.current?.focus();
  }, [isNew]);
  const { id, state, note, fields, certificateIds, expiresAt, revokedAt, views, lastViewedAt } = extract;
  const comma = pick(lang, '、', ', ');
  const which = certificates.filter(({ certificateId }) => certificateIds.includes(certificateId)).map(nameOf);
  const when = (at: string): string => formatInstant(lang, at, 'minute');
  return (
    <article
      ref={card}
      tabIndex={-1}
      className={`panel extract-card extract-${state}`}
      aria-labelledby={`extract-${id}`}
    >
      <header>
        <h3 id={`extract-${id}`}>{note || t('extractUnnamed')}</h3>
        <span className={`state-tag state-${state === 'open' ? 'done' : 'quiet'}`}>{t(`extract:${state}`)}</span>
      </header>
      {isNew && (
        <p className="said" role="status">
          {t('extractMade')}
        </p>
      )}
      <p className="extract-meta">
        <span>{which.join(comma)}</span>
        <span>{t('extractShows', { what: fields.map((field) => t(`field:${field}`)).join(comma) })}</span>
        <span>
          {revokedAt ? t('extractEnded', { when: when(revokedAt) }) : t('extractUntil', { when: when(expiresAt) })}
        </span>
        <span>
          {lastViewedAt
            ? t('extractLastView', { n: views, when: when(lastViewedAt) })
            : t('extractViews', { n: views })}
        </span>
      </p>
      {state === 'open' && (
        <>
          <details open={isNew}>
            <summary>{t('showLink')}</summary>
            <Handing extract={extract} />
          </details>
          <p>
            <RevokeButton extract={extract} />
          </p>
        </>
      )}
    </article>
  );
}

/** What the holder shows to others, for as long as they choose. */
export function ExtractsSection() {
  const t = useTexts(holderDictionary);
  const shell = useTexts();
  usePageTitle(t('extractsTitle'));
  const { state } = useLocation();
  const chosen = (state as { certificateId?: string } | null)?.certificateId;
  const own = useCertificates();
  const extracts = useMyList<OwnExtract>('extracts');
  const [madeId, setMadeId] = useState('');
  const certificates = own.data?.items ?? [];
  return (
    <>
      <h1>{t('extractsTitle')}</h1>
      <p className="lead">{t('extractsLead')}</p>
      {own.isError && <FailureNotice error={own.error} onRetry={() => void own.refetch()} />}
      {certificates.length > 0 && (
        <section aria-labelledby="extract-new" className="holder-part">
          <h2 id="extract-new">{t('extractNew')}</h2>
          <ExtractForm certificates={certificates} chosen={chosen} onMade={({ id }) => setMadeId(id)} />
        </section>
      )}
      <section aria-labelledby="extract-list" className="holder-part">
        <h2 id="extract-list">{t('extractsList')}</h2>
        {extracts.isPending && <p role="status">{shell('loading')}</p>}
        {extracts.isError && <FailureNotice error={extracts.error} onRetry={() => void extracts.refetch()} />}
        {extracts.isSuccess && extracts.items.length === 0 && <p>{t('extractsNone')}</p>}
        {extracts.items.map((extract) => (
          <ExtractCard
            key={extract.id}
            extract={extract}
            certificates={certificates}
            isNew={extract.id === madeId && extract.state === 'open'}
          />
        ))}
        <More pages={extracts} />
      </section>
    </>
  );
}
