import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { today } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { Choice } from '../choice.tsx';
import { FileField } from '../file-field.tsx';
import { correctionsDictionary } from './corrections-dictionary.ts';
import { usePropose, type CorrectionProposal, type OpenedRequest } from './use-corrections.ts';

/** As certificates name them (libs/standards). */
const DOCUMENT_TYPES = [
  '居民身份证',
  '军官证',
  '港澳居民来往内地通行证',
  '台湾居民来往大陆通行证',
  '港澳台居民居住证',
  '外国人永久居留身份证',
  '护照',
] as const;
const NAME_LENGTH_MAX = 200;
const CODE_LENGTH_MAX = 60;
const TEXT_LENGTH_MAX = 2_000;
const FILE_BYTES_MAX = 50 * 1024 * 1024;

type Values = Omit<CorrectionProposal, 'file'>;

/** 提请更正: the first of the two persons says how the certificate is to read, and on which paper that rests. */
export function ProposeForm({ request }: { request: OpenedRequest }) {
  const t = useTexts(correctionsDictionary);
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<File>();
  const [isSent, setIsSent] = useState(false);
  const propose = usePropose(request.certificateId);
  const tooLarge = file !== undefined && file.size > FILE_BYTES_MAX;
  const fault = tooLarge ? t('paperTooLarge') : isSent && !file ? t('paperFault') : '';
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="propose-form"
      requiredMark={false}
      initialValues={{
        name: request.field === 'name' ? request.rightValue : '',
        documentType: DOCUMENT_TYPES[0],
        documentNumber: request.field === 'document' ? request.rightValue : '',
        number: '',
        explanation: '',
      }}
      onFinishFailed={() => setIsSent(true)}
      onFinish={(values) => {
        setIsSent(true);
        if (file && !tooLarge) propose.mutate({ ...values, file });
      }}
    >
      <p className="field-help">{t('proposeHelp')}</p>
      <Form.Item name="name" label={t('rightName')} rules={needed(t('rightNameFault'))}>
        <Input maxLength={NAME_LENGTH_MAX} autoComplete="off" />
      </Form.Item>
      <Form.Item name="documentType" label={t('documentType')}>
        <Choice options={DOCUMENT_TYPES.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('documentNumber')} rules={needed(t('documentNumberFault'))}>
        <Input className="code" maxLength={CODE_LENGTH_MAX} autoComplete="off" />
      </Form.Item>
      <Form.Item name="title" label={t('paperTitle')} rules={needed(t('paperTitleFault'))}>
        <Input maxLength={NAME_LENGTH_MAX} autoComplete="off" />
      </Form.Item>
      <Form.Item name="number" label={t('paperNumber')}>
        <Input maxLength={CODE_LENGTH_MAX} autoComplete="off" />
      </Form.Item>
      <Form.Item name="issuedOn" label={t('paperDay')} rules={needed(t('paperDayFault'))}>
        <Input type="date" max={today()} />
      </Form.Item>
      {/* Its digest goes into the proposal, the file itself stays with the body. */}
      <FileField label={t('paperFile')} help={t('paperFileHelp')} fault={fault} onFile={setFile} />
      <Form.Item name="explanation" label={t('explanation')} rules={needed(t('explanationFault'))}>
        <Input.TextArea rows={2} maxLength={TEXT_LENGTH_MAX} />
      </Form.Item>
      {propose.isError && <FailureNotice error={propose.error} />}
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {t('propose')}
      </Button>
    </Form>
  );
}
