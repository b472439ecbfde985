import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { pick, useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { FileField } from '../file-field.tsx';
import { useRequestKey } from '../request-key.ts';
import { uploadBatch, type Batch, type Terms } from './batch-api.ts';
import { batchesDictionary } from './batches-dictionary.ts';

interface Values {
  purpose: string;
  purposeText: string;
  consent: boolean;
  watch?: boolean;
}

/** A workbook, what it is asked for, and who answers for the consent of the people in it. */
export function UploadForm({ terms, onDone }: { terms: Terms; onDone: (batch: Batch) => void }) {
  const t = useTexts(batchesDictionary);
  const { lang } = useLocale();
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<File>();
  const [isMissing, setIsMissing] = useState(false);
  const keyFor = useRequestKey();
  const upload = useMutation({
    mutationFn: ({ consent: _consent, watch, ...values }: Values & { file: File }) => {
      const fields = { ...values, consent: terms.consent.edition, watch: String(watch ?? false) };
      const { name, size, lastModified } = values.file;
      const { file: chosen, ...texts } = fields;
      return uploadBatch(chosen, texts, keyFor({ ...texts, name, size, lastModified }));
    },
    onSuccess: (batch) => {
      form.resetFields();
      setFile(undefined);
      onDone(batch);
    },
  });
  const send = (values: Values): void => {
    setIsMissing(!file);
    if (file) upload.mutate({ ...values, file });
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="batch-form"
      requiredMark={false}
      onFinish={send}
      onFinishFailed={() => setIsMissing(!file)}
    >
      <FileField
        key={upload.data?.id ?? 'new'}
        label={t('file')}
        help={t('fileHelp', { n: terms.rowsPerBatch })}
        fault={isMissing ? t('fileFault') : ''}
        accept=".xlsx,.xls,.csv"
        onFile={(chosen) => {
          setFile(chosen);
          setIsMissing(false);
        }}
      />
      <Form.Item name="purpose" label={t('purpose')} rules={[{ required: true, message: t('purposeFault') }]}>
        <Radio.Group options={terms.purposes.map(({ name, zh, en }) => ({ value: name, label: pick(lang, zh, en) }))} />
      </Form.Item>
      <Form.Item
        name="purposeText"
        label={t('purposeText')}
        extra={t('purposeTextHelp')}
        rules={[{ required: true, min: 4, max: 200, whitespace: true, message: t('purposeTextFault') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <blockquote className="batch-consent">{pick(lang, terms.consent.zh, terms.consent.en)}</blockquote>
      <Form.Item
        name="consent"
        valuePropName="checked"
        rules={[
          { validator: async (_rule, value) => (value ? undefined : Promise.reject(new Error(t('consentFault')))) },
        ]}
      >
        <Checkbox>{t('consentAgree')}</Checkbox>
      </Form.Item>
      <Form.Item name="watch" valuePropName="checked">
        <Checkbox>{t('watch')}</Checkbox>
      </Form.Item>
      {upload.isError && <FailureNotice error={upload.error} />}
      <Button type="primary" htmlType="submit" loading={upload.isPending}>
        {t('go')}
      </Button>
    </Form>
  );
}
