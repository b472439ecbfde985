import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Certificate } from '../api/types.ts';
import { formatDay, levelName } from '../i18n/format.ts';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import type { ListKind } from './record-kinds.ts';
import { RecordList, type RecordView } from './record-list.tsx';
import { Code, fact, Facts, useSubjectFacts, Whole } from './record-parts.tsx';
import { saveFile } from './save-file.ts';
import { useSession } from './session.tsx';
import { StateTag } from './state-tag.tsx';
import { workDictionary } from './work-dictionary.ts';

/** The token travels in a header, so the file is fetched and then saved; its name holds the number, not a person. */
function PdfButton({ list, certificate }: { list: ListKind; certificate: Certificate }) {
  const t = useTexts(workDictionary);
  const { api } = useSession();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const download = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const pdf = await api.file(`${list.path}/${certificate.id}/pdf`, 'application/pdf, application/problem+json');
      saveFile(pdf, `certificate-${certificate.number}.pdf`);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="drawer-part">
      <Button type="primary" icon={<DownloadOutlined />} loading={busy} onClick={() => void download()}>
        {t('pdf')}
      </Button>
      {failure !== null && <FailureNotice error={failure} />}
    </div>
  );
}

function CertificateDetails({ list, certificate }: { list: ListKind; certificate: Certificate }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const subjectFacts = useSubjectFacts();
  const { status } = certificate;
  return (
    <>
      <Facts
        facts={[
          ...(status ? [fact(t('state'), <StateTag kind="certificate" state={status} />)] : []),
          fact(t('number'), <Code>{certificate.number}</Code>),
          fact(t('name'), certificate.nameMasked),
          fact(t('document'), <Code>{certificate.documentMasked}</Code>),
          ...subjectFacts(certificate),
          fact(t('agency'), certificate.agencyName),
          fact(t('siteCode'), <Code>{certificate.siteCode}</Code>),
          fact(t('issuedOn'), formatDay(lang, certificate.issuedOn)),
          fact(t('planId'), <Code>{certificate.planId}</Code>),
          fact(t('rollId'), <Code>{certificate.rollId}</Code>),
          fact(t('digest'), <Code>{certificate.credentialSha256}</Code>),
        ]}
      />
      <PdfButton list={list} certificate={certificate} />
    </>
  );
}

export function Certificates({ list, preview }: { list: ListKind; preview?: boolean }) {
  const t = useTexts(workDictionary);
  const { lang } = useLocale();
  const view: RecordView<Certificate> = {
    list,
    nameTitle: t('number'),
    nameOf: (certificate) => certificate.number,
    columns: [
      { title: t('name'), dataIndex: 'nameMasked' },
      { title: t('occupation'), dataIndex: 'occupationName' },
      { title: t('level'), key: 'level', render: (_value, { levelDigit }) => levelName(lang, levelDigit) },
      { title: t('issuedOn'), key: 'issuedOn', render: (_value, { issuedOn }) => formatDay(lang, issuedOn) },
      { title: t('agency'), dataIndex: 'agencyName' },
    ],
    renderDetails: (row) => (
      <Whole list={list} row={row}>
        {(certificate) => <CertificateDetails list={list} certificate={certificate} />}
      </Whole>
    ),
  };
  return <RecordList view={view} preview={preview ?? false} />;
}
