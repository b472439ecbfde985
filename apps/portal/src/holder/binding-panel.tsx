import { Form, Input } from 'antd';
import { useState } from 'react';
import { useLocale, usePageTitle, useTexts } from '../i18n/locale.tsx';
import { ScanPanel } from '../scan/scan-panel.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { showFaults } from './field-faults.ts';
import type { Claim } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';
import { useBind } from './use-holder.ts';

const NAME_LENGTH_MAX = 100;
const NUMBER_LENGTH_MAX = 60;
const LINK_LENGTH_MAX = 500;

/** The account is tied to a person by what only the holder of the paper has and knows. */
export function BindingPanel() {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  usePageTitle(t('bindTitle'));
  const [form] = Form.useForm<Claim>();
  const [said, setSaid] = useState<'' | 'bindScanned' | 'bindNeedCode'>('');
  const [isAtFields, setIsAtFields] = useState(false);
  const bind = useBind();
  const send = (claim: Claim) =>
    bind.mutate(claim, { onError: (error) => setIsAtFields(showFaults(form, error, lang)) });
  return (
    <section className="holder-narrow" aria-labelledby="bind-title">
      <h1 id="bind-title">{t('bindTitle')}</h1>
      <p className="lead">{t('bindLead')}</p>
      <Form<Claim>
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        className="panel"
        initialValues={{ name: '', documentNumber: '', token: '' }}
        onFinish={send}
      >
        <Form.Item
          name="name"
          label={t('bindName')}
          extra={t('bindAsPrinted')}
          rules={[{ required: true, whitespace: true, message: t('bindNameFault') }]}
        >
          <Input autoComplete="name" maxLength={NAME_LENGTH_MAX} />
        </Form.Item>
        <Form.Item
          name="documentNumber"
          label={t('bindDocument')}
          extra={t('bindAsPrinted')}
          rules={[{ required: true, whitespace: true, message: t('bindDocumentFault') }]}
        >
          <Input className="code" autoComplete="off" autoCapitalize="characters" maxLength={NUMBER_LENGTH_MAX} />
        </Form.Item>
        <Form.Item
          name="token"
          label={t('bindToken')}
          extra={t('bindTokenHelp')}
          rules={[{ required: true, whitespace: true, message: t('bindTokenFault') }]}
        >
          <Input className="code" autoComplete="off" inputMode="url" maxLength={LINK_LENGTH_MAX} />
        </Form.Item>
        <details className="holder-scan">
          <summary>{t('bindScan')}</summary>
          <ScanPanel
            busy={bind.isPending}
            onToken={(token) => {
              form.setFieldValue('token', token);
              setSaid('bindScanned');
            }}
            onPaper={() => setSaid('bindNeedCode')}
          />
        </details>
        <p role="status">{said && t(said)}</p>
        {bind.isError && !isAtFields && <FailureNotice error={bind.error} />}
        <button type="submit" className="button button-wide" aria-disabled={bind.isPending}>
          {t('bindGo')}
        </button>
        <p className="form-privacy">{t('bindTries')}</p>
      </Form>
    </section>
  );
}
