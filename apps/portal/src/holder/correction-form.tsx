import { Form, Input } from 'antd';
import { useState } from 'react';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { Choice } from '../staff/choice.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { showFaults } from './field-faults.ts';
import { MY, type CorrectionField, type CorrectionWish, type OwnCertificate, type OwnRequest } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';
import { useCertificateName } from './parts.tsx';
import { useSend } from './use-holder.ts';

const WRONG = [
  'name',
  'document',
  'occupation',
  'specialty',
  'level',
  'issued-on',
  'agency',
  'other',
] as const satisfies readonly CorrectionField[];
const VALUE_LENGTH_MAX = 200;
const NOTE_LENGTH_MAX = 1_000;

interface Props {
  certificates: readonly OwnCertificate[];
  chosen: string | undefined;
  onSent: () => void;
}

export function CorrectionForm({ certificates, chosen, onSent }: Props) {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  const nameOf = useCertificateName();
  const [form] = Form.useForm<CorrectionWish>();
  const [isAtFields, setIsAtFields] = useState(false);
  const ask = useSend<CorrectionWish, OwnRequest>('POST', MY.corrections);
  const [only] = certificates.length === 1 ? certificates : [];
  const send = (wish: CorrectionWish) =>
    ask.mutate(wish, {
      onSuccess: () => {
        form.resetFields();
        onSent();
      },
      onError: (error) => setIsAtFields(showFaults(form, error, lang)),
    });
  return (
    <Form<CorrectionWish>
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      className="panel"
      initialValues={{ certificateId: chosen ?? only?.certificateId, rightValue: '', note: '' }}
      onFinish={send}
    >
      <Form.Item
        name="certificateId"
        label={t('correctionWhich')}
        rules={[{ required: true, message: t('correctionWhichFault') }]}
      >
        <Choice
          placeholder={t('correctionWhichFault')}
          options={certificates.map((each) => ({ value: each.certificateId, label: nameOf(each) }))}
        />
      </Form.Item>
      <Form.Item
        name="field"
        label={t('correctionField')}
        rules={[{ required: true, message: t('correctionFieldFault') }]}
      >
        <Choice
          placeholder={t('correctionFieldFault')}
          options={WRONG.map((field) => ({ value: field, label: t(`wrong:${field}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="rightValue"
        label={t('correctionRight')}
        rules={[{ required: true, whitespace: true, message: t('correctionRightFault') }]}
      >
        <Input maxLength={VALUE_LENGTH_MAX} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="note"
        label={t('correctionNote')}
        extra={t('correctionNoteHelp')}
        rules={[{ required: true, whitespace: true, message: t('correctionNoteFault') }]}
      >
        <Input.TextArea rows={3} maxLength={NOTE_LENGTH_MAX} />
      </Form.Item>
      {ask.isError && !isAtFields && <FailureNotice error={ask.error} />}
      <button type="submit" className="button button-wide" aria-disabled={ask.isPending}>
        {t('correctionGo')}
      </button>
    </Form>
  );
}
