import { formatDay, formatInstant, levelName, specialtyName } from '../i18n/format.ts';
import { pick, useLocale, useTexts } from '../i18n/locale.tsx';
import { Fact } from './fact.tsx';
import type { ExtractField, ExtractWish, OwnCertificate } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';
import { VerdictTag } from './parts.tsx';

const DAY_MS = 86_400_000;

const HIDEABLE: readonly ExtractField[] = [
  'masked-document',
  'occupation',
  'specialty',
  'level',
  'number',
  'agency',
  'issued-on',
];

/** As the other side will read it. The own name in full is not here before the extract is made. */
export function ExtractPreview({ wish, certificates }: { wish: ExtractWish; certificates: readonly OwnCertificate[] }) {
  const t = useTexts(holderDictionary);
  const shell = useTexts();
  const { lang } = useLocale();
  const until = new Date(Date.now() + wish.validDays * DAY_MS).toISOString();
  const shown = certificates.filter(({ certificateId }) => wish.certificateIds.includes(certificateId));
  const hasName = wish.fields.some((field) => field === 'full-name' || field === 'masked-name');
  const hidden = [
    ...(hasName ? [] : [shell('factName')]),
    ...HIDEABLE.filter((field) => !wish.fields.includes(field)).map((field) => t(`field:${field}`)),
  ];
  const rows: Readonly<Record<ExtractField, (each: OwnCertificate) => readonly [string, string]>> = {
    'full-name': () => [shell('factName'), t('previewOwnName')],
    'masked-name': ({ maskedName }) => [shell('factName'), maskedName],
    'masked-document': ({ maskedDocument }) => [shell('factDocument'), maskedDocument],
    occupation: ({ occupationName }) => [shell('factOccupation'), occupationName],
    specialty: ({ specialty }) => [shell('factSpecialty'), specialtyName(specialty)],
    level: ({ level }) => [shell('factLevel'), levelName(lang, level)],
    number: ({ certificateNumber }) => [shell('factNumber'), certificateNumber],
    agency: ({ agencyName }) => [shell('factAgency'), agencyName],
    'issued-on': ({ issuedOn }) => [shell('factDate'), formatDay(lang, issuedOn)],
  };
  return (
    <section className="extract-preview" aria-labelledby="preview-title">
      <h3 id="preview-title">{t('previewTitle')}</h3>
      {shown.map((certificate) => (
        <div key={certificate.certificateId} className="preview-card">
          <VerdictTag verdict={certificate.verdict} />
          <dl className="facts">
            {wish.fields.map((field) => {
              const [label, value] = rows[field](certificate);
              return (
                <Fact key={field} label={label}>
                  {value}
                </Fact>
              );
            })}
          </dl>
        </div>
      ))}
      {hidden.length > 0 && (
        <p className="form-why">{t('previewHidden', { what: hidden.join(pick(lang, '、', ', ')) })}</p>
      )}
      <p className="form-why">{t('previewUntil', { until: formatInstant(lang, until, 'minute') })}</p>
    </section>
  );
}
