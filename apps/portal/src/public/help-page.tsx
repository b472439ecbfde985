import { Link } from 'react-router';
import { MISS_REASONS, VERDICTS, type MissReason, type Verdict } from '../api/verdicts.ts';
import { sentence } from '../i18n/format.ts';
import { pick, useLocale, usePageTitle, useTexts } from '../i18n/locale.tsx';
import { helpDictionary } from './help-dictionary.ts';
import './lists/lists.css';

const CODES = Object.keys(VERDICTS) as Verdict[];
const REASONS = Object.keys(MISS_REASONS) as MissReason[];

export function HelpPage() {
  const t = useTexts(helpDictionary);
  const { lang } = useLocale();
  usePageTitle(t('title'));
  return (
    <div className="wrap page">
      <h1>{t('title')}</h1>
      <div className="prose">
        <h2>{t('missTitle')}</h2>
        <p>{t('missLead')}</p>
        <ol>
          {REASONS.map((code) => (
            <li key={code}>{sentence(lang, MISS_REASONS[code].zh, MISS_REASONS[code].en)}</li>
          ))}
        </ol>
        <p>
          {t('missNext')} <Link to="/bodies">{t('missBodies')}</Link>
        </p>
        <h2>{t('answersTitle')}</h2>
        <p>{t('answersLead')}</p>
        <dl className="answers">
          {CODES.map((code) => {
            const { zh, en, advice } = VERDICTS[code];
            return (
              <div key={code}>
                <dt>
                  {pick(lang, zh, en)} <span className="code fact-aside">{code}</span>
                </dt>
                <dd>{sentence(lang, advice.zh, advice.en)}</dd>
              </div>
            );
          })}
        </dl>
        <h2>{t('fakeTitle')}</h2>
        <p>{t('fake')}</p>
        <h2>{t('twoTitle')}</h2>
        <p>{t('two')}</p>
        <h2>{t('manyTitle')}</h2>
        <p>{t('many')}</p>
        <h2>{t('privacyTitle')}</h2>
        <p>{t('privacy')}</p>
      </div>
    </div>
  );
}
