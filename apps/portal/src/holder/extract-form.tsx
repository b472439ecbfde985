import { Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useLocale, useTexts } from '../i18n/locale.tsx';
import { Choice } from '../staff/choice.tsx';
import { FailureNotice } from '../ui/problem-notice.tsx';
import { ExtractPreview } from './extract-preview.tsx';
import { showFaults } from './field-faults.ts';
import { MY, type ExtractField, type ExtractWish, type OwnCertificate, type OwnExtract } from './holder-api.ts';
import { holderDictionary } from './holder-dictionary.ts';
import { useCertificateName } from './parts.tsx';
import { useSend } from './use-holder.ts';

const NAMES = ['none', 'masked-name', 'full-name'] as const;
export const PLAIN_FIELDS = [
  'masked-document',
  'occupation',
  'specialty',
  'level',
  'number',
  'agency',
  'issued-on',
] as const satisfies readonly ExtractField[];
const DAYS = ['1', '7', '30', '90'] as const;
const NOTE_LENGTH_MAX = 200;

interface Values {
  certificateIds: string[];
  name: (typeof NAMES)[number];
  fields: (typeof PLAIN_FIELDS)[number][];
  validDays: (typeof DAYS)[number];
  note: string;
}

const wishOf = ({ certificateIds, name, fields, validDays, note }: Values): ExtractWish => ({
  certificateIds,
  fields: [...(name === 'none' ? [] : [name]), ...fields],
  validDays: Number(validDays),
  note: note.trim(),
});

interface Props {
  certificates: readonly OwnCertificate[];
  /** The certificate from whose page somebody came. */
  chosen: string | undefined;
  onMade: (extract: OwnExtract) => void;
}

function Fields({ certificates }: Pick<Props, 'certificates'>) {
  const t = useTexts(holderDictionary);
  const nameOf = useCertificateName();
  return (
    <>
      <Form.Item
        name="certificateIds"
        label={t('extractWhich')}
        rules={[
          {
            // `required` would give the group an attribute that groups may not have.
            validator: async (_rule, ids: string[]) => {
              if (ids.length === 0) throw new Error(t('extractWhichFault'));
            },
          },
        ]}
      >
        <Checkbox.Group
          className="choice-list"
          options={certificates.map((each) => ({ value: each.certificateId, label: nameOf(each) }))}
        />
      </Form.Item>
      <Form.Item
        name="fields"
        label={t('extractWhat')}
        extra={t('extractWhatHelp')}
        dependencies={['name']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_rule, fields: string[]) => {
              if (fields.length === 0 && getFieldValue('name') === 'none') throw new Error(t('extractWhatFault'));
            },
          }),
        ]}
      >
        <Checkbox.Group
          className="choice-list"
          options={PLAIN_FIELDS.map((field) => ({ value: field, label: t(`field:${field}`) }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('extractName')}>
        <Radio.Group options={NAMES.map((name) => ({ value: name, label: t(`name:${name}`) }))} />
      </Form.Item>
      <Form.Item name="validDays" label={t('extractDays')}>
        <Choice options={DAYS.map((n) => ({ value: n, label: n === '1' ? t('day1') : t('days', { n }) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('extractNote')} extra={t('extractNoteHelp')}>
        <Input maxLength={NOTE_LENGTH_MAX} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** What is shown stands beside what is chosen, before anything is made. */
export function ExtractForm({ certificates, chosen, onMade }: Props) {
  const t = useTexts(holderDictionary);
  const { lang } = useLocale();
  const [form] = Form.useForm<Values>();
  const first: Values = {
    certificateIds: [chosen ?? certificates[0]?.certificateId ?? ''].filter(Boolean),
    name: 'none',
    fields: ['occupation', 'level'],
    validDays: '7',
    note: '',
  };
  const [values, setValues] = useState(first);
  const [isAtFields, setIsAtFields] = useState(false);
  const make = useSend<ExtractWish, OwnExtract>('POST', MY.extracts);
  const send = (filled: Values) =>
    make.mutate(wishOf(filled), {
      onSuccess: (extract) => {
        form.resetFields();
        setValues(first);
        onMade(extract);
      },
      onError: (error) => setIsAtFields(showFaults(form, error, lang)),
    });
  return (
    <div className="extract-making">
      <Form<Values>
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        className="panel"
        initialValues={first}
        onValuesChange={(_changed, all) => setValues({ ...first, ...all })}
        onFinish={send}
      >
        <Fields certificates={certificates} />
        {make.isError && !isAtFields && <FailureNotice error={make.error} />}
        <button type="submit" className="button button-wide" aria-disabled={make.isPending}>
          {t('extractGo')}
        </button>
      </Form>
      <ExtractPreview wish={wishOf(values)} certificates={certificates} />
    </div>
  );
}
