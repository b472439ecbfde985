import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import type { ExportRequest } from '../../api/exports.ts';
import { useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { saveFile } from '../save-file.ts';
import { useSession } from '../session.tsx';
import { offerFor } from './exports.ts';
import { exportsDictionary } from './exports-dictionary.ts';
import { useRefreshExports, type Asked } from './use-exports.ts';

const ANY_FILE = '*/*';
const REASON_LENGTH_MIN = 2;
const REASON_LENGTH_MAX = 200;

function Download({ kind, request }: Asked) {
  const t = useTexts(exportsDictionary);
  const { api } = useSession();
  const refresh = useRefreshExports();
  const fetching = useMutation({
    mutationFn: () => api.file(`${kind.path}/${request.id}/file`, ANY_FILE),
    onSuccess: (file) => saveFile(file, `export-${request.id}.${request.format}`),
    onSettled: refresh,
  });
  return (
    <>
      <p>{t('downloadText')}</p>
      <p>
        <Button type="primary" loading={fetching.isPending} onClick={() => fetching.mutate()}>
          {t('download')}
        </Button>
      </p>
      {fetching.isError && <FailureNotice error={fetching.error} />}
    </>
  );
}

function Decide({ kind, request }: Asked) {
  const t = useTexts(exportsDictionary);
  const { api } = useSession();
  const refresh = useRefreshExports();
  const [form] = Form.useForm<{ reason: string }>();
  const decide = useMutation({
    mutationFn: (reason?: string) =>
      reason === undefined
        ? api.send<ExportRequest>('POST', `${kind.path}/${request.id}/approve`)
        : api.send<ExportRequest>('POST', `${kind.path}/${request.id}/refuse`, { body: { reason } }),
    onSettled: refresh,
  });
  return (
    <>
      <p>{t('decideText')}</p>
      <Button type="primary" disabled={decide.isPending} onClick={() => decide.mutate(undefined)}>
        {t('approve')}
      </Button>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => decide.mutate(reason.trim())}>
        <Form.Item
          name="reason"
          label={t('reasonLabel')}
          validateTrigger={[]}
          rules={[{ required: true, whitespace: true, min: REASON_LENGTH_MIN, message: t('reasonFault') }]}
        >
          <Input maxLength={REASON_LENGTH_MAX} autoComplete="off" />
        </Form.Item>
        <Button danger htmlType="submit" disabled={decide.isPending}>
          {t('refuse')}
        </Button>
      </Form>
      {decide.isError && <FailureNotice error={decide.error} />}
    </>
  );
}

/** What the person at the page can do with the request, or why nothing. */
export function NextStep(asked: Asked) {
  const t = useTexts(exportsDictionary);
  const { person } = useSession();
  const offer = offerFor(asked.request, asked.kind, person);
  return (
    <section className="drawer-part next-step">
      <h2>{t('next')}</h2>
      {offer === 'download' && <Download {...asked} />}
      {offer === 'decide' && <Decide {...asked} />}
      {offer !== 'download' && offer !== 'decide' && <p>{t(`offer:${offer}`)}</p>}
    </section>
  );
}
