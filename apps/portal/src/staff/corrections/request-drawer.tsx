import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { formatDay, formatInstant, levelName } from '../../i18n/format.ts';
import { pick, useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { Choice } from '../choice.tsx';
import { Code, fact, Facts } from '../record-parts.tsx';
import { useSession } from '../session.tsx';
import { correctionsDictionary } from './corrections-dictionary.ts';
import { useFieldName } from './field-name.ts';
import { ProposeForm } from './propose-form.tsx';
import {
  useAnswer,
  useCorrectionsOf,
  useOpened,
  type CorrectionRequest,
  type OpenedRequest,
  type Refusal,
} from './use-corrections.ts';

const WIDTH = 600;
const STYLES = { body: { padding: 0, overflow: 'hidden' } } as const;
const ANSWERING = ['agency-clerk', 'agency-reviewer', 'agency-admin'];
const REFUSALS = ['evidence-missing', 'record-right', 'not-correctable', 'change-refused'] as const satisfies Refusal[];

function Accepting({ request }: { request: OpenedRequest }) {
  const t = useTexts(correctionsDictionary);
  const { lang } = useLocale();
  const changes = useCorrectionsOf(request.certificateId);
  const answer = useAnswer(request.id);
  const [changeId, setChangeId] = useState('');
  const chosen = changeId || changes.data?.[0]?.id || '';
  return (
    <section className="drawer-part correction-answer">
      <h2>{t('acceptTitle')}</h2>
      {changes.isError && <FailureNotice error={changes.error} onRetry={() => void changes.refetch()} />}
      {changes.data?.length === 0 && (
        <>
          <p role="status">{t('noChange')}</p>
          <ProposeForm request={request} />
        </>
      )}
      {changes.data && changes.data.length > 0 && (
        <>
          <p>{t('acceptText')}</p>
          <Choice
            label={t('change')}
            value={chosen}
            onChange={setChangeId}
            options={changes.data.map(({ id, proposedAt, document, state }) => ({
              value: id,
              label: t('changeOf', {
                when: formatInstant(lang, proposedAt, 'minute'),
                document: document.title,
                state: t(state === 'done' ? 'change:done' : 'change:proposed'),
              }),
            }))}
          />
          <Button
            type="primary"
            loading={answer.isPending}
            onClick={() => answer.mutate({ accept: { changeId: chosen } })}
          >
            {t('accept')}
          </Button>
        </>
      )}
      {answer.isError && <FailureNotice error={answer.error} />}
    </section>
  );
}

function Refusing({ request }: { request: CorrectionRequest }) {
  const t = useTexts(correctionsDictionary);
  const answer = useAnswer(request.id);
  const [refusal, setRefusal] = useState<Refusal>();
  return (
    <section className="drawer-part correction-answer">
      <h2>{t('refuseTitle')}</h2>
      <p>{t('refuseText')}</p>
      <Choice<Refusal>
        label={t('refusal')}
        placeholder={t('chooseReason')}
        {...(refusal ? { value: refusal } : {})}
        onChange={setRefusal}
        options={REFUSALS.map((name) => ({ value: name, label: t(`reason:${name}`) }))}
      />
      <Button
        danger
        disabled={!refusal}
        loading={answer.isPending}
        onClick={() => refusal && answer.mutate({ refuse: { refusal } })}
      >
        {t('refuse')}
      </Button>
      {answer.isError && <FailureNotice error={answer.error} />}
    </section>
  );
}

function Opened({ request: listed }: { request: CorrectionRequest }) {
  const t = useTexts(correctionsDictionary);
  const { lang } = useLocale();
  const { person } = useSession();
  const fieldName = useFieldName();
  const opened = useOpened(listed);
  if (opened.isError) return <FailureNotice error={opened.error} onRetry={() => void opened.refetch()} />;
  if (!opened.data) return null;
  const { request, certificate } = opened.data;
  const { state, refusal, decidedAt, changeId } = request;
  const mayAnswer = person.roles.some((role) => ANSWERING.includes(role));
  return (
    <>
      <Facts
        facts={[
          fact(t('state'), t(`state:${state}`)),
          fact(t('certificate'), <Code>{certificate.number}</Code>),
          fact(t('holder'), `${certificate.nameMasked} ${certificate.documentMasked}`),
          fact(
            t('subject'),
            `${certificate.occupationName} ${levelName(lang, certificate.levelDigit)} · ${formatDay(lang, certificate.issuedOn)}`,
          ),
          fact(t('wrong'), fieldName(request.field)),
          fact(t('right'), request.rightValue),
          fact(t('note'), request.note),
          fact(t('askedAt'), formatInstant(lang, request.askedAt, 'minute')),
          ...(decidedAt ? [fact(t('decidedAt'), formatInstant(lang, decidedAt, 'minute'))] : []),
          ...(changeId ? [fact(t('change'), <Code>{changeId}</Code>)] : []),
          ...(refusal ? [fact(t('refusal'), pick(lang, refusal.zh, refusal.en))] : []),
        ]}
      />
      {mayAnswer && state === 'asked' && <Accepting request={request} />}
      {mayAnswer && state !== 'refused' && <Refusing request={request} />}
    </>
  );
}

/** One request: what the holder says, and the answers that are possible. */
export function RequestDrawer({ request, onClose }: { request: CorrectionRequest | undefined; onClose: () => void }) {
  const t = useTexts(correctionsDictionary);
  const title = t('title');
  return (
    <Drawer open={request !== undefined} onClose={onClose} size={WIDTH} title={title} destroyOnHidden styles={STYLES}>
      {request && (
        // A keyboard scrolls it.
        <div className="drawer-scroll" tabIndex={0} role="region" aria-label={title}>
          <Opened request={request} />
        </div>
      )}
    </Drawer>
  );
}
