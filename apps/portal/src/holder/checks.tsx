import { Fragment } from 'react';
import { formatDay, formatInstant } from '../i18n/format.ts';
import { pick, useLocale, usePageTitle, useTexts } from '../i18n/locale.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import type { Look, OwnCertificate, OwnExtract } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';
import { groupLooks, type LookGroup } from './looks.ts';
import { More, useCertificateName } from './parts.tsx';
import { useCertificates, useMyList } from './use-holder.ts';

interface Known {
  certificates: readonly OwnCertificate[];
  extracts: readonly OwnExtract[];
}

function LookLine({ group: { newest, times }, certificates, extracts }: { group: LookGroup } & Known) {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  const nameOf = useCertificateName();
  const { asker, way, organisationName, purpose, at, certificateIds, extractId } = newest;
  const which = certificates.filter(({ certificateId }) => certificateIds.includes(certificateId)).map(nameOf);
  const extract = extracts.find(({ id }) => id === extractId);
  const time = formatInstant(lang, at, 'minute').split(/[ ,]+/).at(-1) ?? '';
  return (
    <li className={`look look-${asker}`}>
      <p>
        <strong>{organisationName ?? t(`asker:${asker}`)}</strong> <span>{t(`way:${way}`)}</span>
      </p>
      <p className="look-about">
        {purpose && <span>{t('purpose', { what: pick(lang, purpose.zh, purpose.en) })}</span>}
        {which.length > 0 && <span>{t('sawCertificates', { which: which.join(pick(lang, '、', ', ')) })}</span>}
        {extract && <span>{t('sawExtract', { which: extract.note || t('extractUnnamed') })}</span>}
      </p>
      <time dateTime={at}>{times > 1 ? t('timesOnDay', { n: times, time }) : time}</time>
    </li>
  );
}

/** 谁查过: others who looked, day by day. */
export function ChecksSection() {
  const t = useTexts(holderDictionary);
  const shell = useTexts();
  const { lang } = useLocale();
  usePageTitle(t('checksTitle'));
  const looks = useMyList<Look>('checks');
  const known: Known = {
    certificates: useCertificates().data?.items ?? [],
    extracts: useMyList<OwnExtract>('extracts').items,
  };
  const groups = groupLooks(looks.items);
  const days = [...new Set(groups.map(({ day }) => day))];
  return (
    <>
      <h1>{t('checksTitle')}</h1>
      <p className="lead">{t('checksLead')}</p>
      {looks.isPending && <p role="status">{shell('loading')}</p>}
      {looks.isError && <FailureNotice error={looks.error} onRetry={() => void looks.refetch()} />}
      {looks.isSuccess && groups.length === 0 && <p className="panel">{t('checksNone')}</p>}
      {days.map((day) => (
        <Fragment key={day}>
          <h2 className="look-day">{formatDay(lang, day)}</h2>
          <ul className="looks">
            {groups
              .filter((group) => group.day === day)
              .map((group) => (
                <LookLine key={group.id} group={group} {...known} />
              ))}
          </ul>
        </Fragment>
      ))}
      <More pages={looks} />
    </>
  );
}
