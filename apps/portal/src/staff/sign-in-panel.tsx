import { useState } from 'react';
import { useLocation } from 'react-router';
import { useLocale, usePageTitle, useTexts } from '../i18n/locale.tsx';
import { users } from './auth.ts';
import { workDictionary } from './work-dictionary.ts';

const TEXTS = {
  staff: { title: 'signInTitle', text: 'signInText' },
  holder: { title: 'holderSignInTitle', text: 'holderSignInText' },
} as const;

interface Props {
  hasExpired: boolean;
  room?: keyof typeof TEXTS;
}

export function SignInPanel({ hasExpired, room = 'staff' }: Props) {
  const { title, text } = TEXTS[room];
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const { pathname } = useLocation();
  usePageTitle(t(title));
  const [step, setStep] = useState<'idle' | 'leaving' | 'unavailable'>('idle');
  const signIn = () => {
    setStep('leaving');
    users.signinRedirect({ state: pathname, ui_locales: lang }).catch(() => setStep('unavailable'));
  };
  return (
    <div className="wrap page narrow">
      <h1>{t(title)}</h1>
      {hasExpired && <p role="status">{t('signedOutExpired')}</p>}
      <p className="lead">{t(text)}</p>
      {step === 'unavailable' && (
        <p className="field-fault" role="alert">
          {t('signInUnavailable')}
        </p>
      )}
      <p>
        <button type="button" className="button" disabled={step === 'leaving'} onClick={signIn}>
          {t('signIn')}
        </button>
      </p>
    </div>
  );
}
