import { Drawer } from 'antd';
import { formatInstant } from '../../i18n/format.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { Code, fact, Facts } from '../record-parts.tsx';
import { useSession } from '../session.tsx';
import { exportsDictionary } from './exports-dictionary.ts';
import { ExportStateTag, TimeLeft } from './export-state.tsx';
import { NextStep } from './next-step.tsx';
import type { Asked } from './use-exports.ts';

const WIDTH = 560;
const STYLES = { body: { padding: 0, overflow: 'hidden' } } as const;

function Details({ kind, request }: Asked) {
  const t = useTexts(exportsDictionary);
  const { lang } = useLocale();
  const { person } = useSession();
  const who = (id: string) => (id === person.id ? t('you') : <Code>{id}</Code>);
  return (
    <Facts
      facts={[
        fact(t('state'), <ExportStateTag request={request} />),
        ...(request.refusalReason ? [fact(t('reason'), request.refusalReason)] : []),
        fact(t('purpose'), request.purpose),
        fact(t('rows'), request.rows),
        fact(t('documents'), t(request.fullDocuments ? 'whole' : 'masked')),
        fact(t('format'), request.format === 'pdf' ? t('format:pdf') : t('format:xlsx')),
        fact(t(`about:${kind.name}`), <Code>{request.filter[kind.about.filter] ?? '–'}</Code>),
        fact(t('askedBy'), who(request.askedBy)),
        fact(t('askedAt'), formatInstant(lang, request.askedAt, 'minute')),
        fact(
          t('until'),
          <>
            {formatInstant(lang, request.expiresAt, 'minute')} <TimeLeft request={request} />
          </>,
        ),
        fact(t('downloads'), t('downloadsOf', { n: request.downloads, max: request.downloadsMax })),
        ...(request.decidedBy ? [fact(t('decidedBy'), who(request.decidedBy))] : []),
        ...(request.decidedAt ? [fact(t('decidedAt'), formatInstant(lang, request.decidedAt, 'minute'))] : []),
        fact(t('id'), <Code>{request.id}</Code>),
      ]}
    />
  );
}

export function ExportDrawer({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) {
  const t = useTexts(exportsDictionary);
  const title = asked ? t(`kind:${asked.kind.name}`) : '';
  return (
    <Drawer open={asked !== undefined} onClose={onClose} size={WIDTH} title={title} destroyOnHidden styles={STYLES}>
      {asked && (
        // A keyboard scrolls it.
        <div className="drawer-scroll" tabIndex={0} role="region" aria-label={title}>
          <Details {...asked} />
          <NextStep {...asked} />
        </div>
      )}
    </Drawer>
  );
}
