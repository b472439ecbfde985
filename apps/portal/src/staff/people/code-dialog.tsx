import { Button, Modal } from 'antd';
import { useRef } from 'react';
import type { Invitation } from '../../api/people.ts';
import { formatInstant } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { CopyButton } from '../copy-button.tsx';
import { needsSecondFactor } from './people.ts';
import { peopleDictionary } from './people-dictionary.ts';

function NextSteps({ invitation: { person, invitationUrl } }: { invitation: Invitation }) {
  const t = useTexts(peopleDictionary);
  const withFactor = needsSecondFactor(person.roles);
  return (
    <section>
      <h3>{t('nextTitle')}</h3>
      <ol className="next-steps">
        <li>
          {t('nextOpen')} <span className="code">{invitationUrl}</span>
        </li>
        <li>{t('nextEnter', { username: person.username })}</li>
        <li>{t(withFactor ? 'nextPasswordFactor' : 'nextPassword')}</li>
        {withFactor && <li>{t('nextFactor')}</li>}
        <li>{t('nextSignIn')}</li>
      </ol>
    </section>
  );
}

/** The only sight of a code: neither a stray click nor Escape takes it away. */
export function CodeDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const t = useTexts(peopleDictionary);
  const { lang } = useLocale();
  const code = useRef<HTMLElement>(null);
  const words = { copy: t('copy'), copied: t('copied'), failed: t('copyFailed') };
  return (
    <Modal
      open
      title={t('codeTitle', { name: invitation.person.displayName })}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={<Button onClick={onClose}>{t('codeDone')}</Button>}
    >
      <div className="dialog-text">
        <div className="invitation-code">
          <span className="visually-hidden">{t('code')}</span>
          <strong className="code" ref={code}>
            {invitation.invitationCode}
          </strong>
          <CopyButton text={invitation.invitationCode} shown={code} words={words} isPrimary />
        </div>
        <p>{t('codeUntil', { at: formatInstant(lang, invitation.invitationExpiresAt, 'minute') })}</p>
        <p>{t('codeHand')}</p>
        <p className="warning-text">{t('codeOnce')}</p>
        <NextSteps invitation={invitation} />
      </div>
    </Modal>
  );
}
