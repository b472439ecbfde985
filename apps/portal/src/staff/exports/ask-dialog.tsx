import { useMutation } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal, Radio } from 'antd';
import { EXPORT_FORMATS, type ExportFormat, type ExportRequest, type ExportWish } from '../../api/exports.ts';
import { ProblemError } from '../../api/http.ts';
import { formatDay, levelName } from '../../i18n/format.ts';
import { pick, useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { Choice } from '../choice.tsx';
import { useRequestKey } from '../request-key.ts';
import { useSession } from '../session.tsx';
import { fieldFaultsOf, mayHaveFullDocuments, type ExportKind, type ExportKindName } from './exports.ts';
import { exportsDictionary } from './exports-dictionary.ts';
import { useChoices } from './use-exports.ts';

const PURPOSE_LENGTH_MIN = 4;
const PURPOSE_LENGTH_MAX = 200;

interface Values {
  kind: ExportKindName;
  about: string;
  format: ExportFormat;
  fullDocuments?: boolean;
  purpose: string;
}

/** Plans or rolls, named by occupation and day of the exam. */
function AboutChoice({
  kind,
  ...field
}: {
  kind: ExportKind;
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
}) {
  const t = useTexts(exportsDictionary);
  const { lang } = useLocale();
  const choices = useChoices(kind);
  const isEmpty = choices.isSuccess && choices.data.length === 0;
  const placeholder = isEmpty ? t('aboutNone') : t('aboutFault');
  const label = ({ occupationName, levelDigit, examOn }: NonNullable<typeof choices.data>[number]) =>
    `${occupationName} ${levelName(lang, levelDigit)} · ${formatDay(lang, examOn)}`;
  return (
    <>
      <Choice
        {...field}
        placeholder={placeholder}
        options={(choices.data ?? []).map((choice) => ({ value: choice.id, label: label(choice) }))}
      />
      {choices.isError && <FailureNotice error={choices.error} onRetry={() => void choices.refetch()} />}
    </>
  );
}

function Fields({ kinds, kind }: { kinds: readonly ExportKind[]; kind: ExportKind }) {
  const t = useTexts(exportsDictionary);
  const { person } = useSession();
  return (
    <>
      <Form.Item name="kind" label={t('kind')}>
        <Radio.Group options={kinds.map(({ name }) => ({ value: name, label: t(`kind:${name}`) }))} />
      </Form.Item>
      <Form.Item
        key={kind.name}
        name="about"
        label={t(`about:${kind.name}`)}
        rules={[{ required: true, message: t('aboutFault') }]}
      >
        <AboutChoice kind={kind} />
      </Form.Item>
      <Form.Item name="format" label={t('format')}>
        <Radio.Group options={EXPORT_FORMATS.map((each) => ({ value: each, label: t(`format:${each}`) }))} />
      </Form.Item>
      {mayHaveFullDocuments(kind, person.roles) && (
        <Form.Item name="fullDocuments" valuePropName="checked">
          <Checkbox>{t('fullDocuments')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item
        name="purpose"
        label={t('purpose')}
        extra={t('purposeHelp')}
        validateTrigger="onBlur"
        rules={[
          {
            required: true,
            whitespace: true,
            min: PURPOSE_LENGTH_MIN,
            max: PURPOSE_LENGTH_MAX,
            message: t('purposeFault'),
          },
        ]}
      >
        <Input.TextArea rows={2} maxLength={PURPOSE_LENGTH_MAX} />
      </Form.Item>
    </>
  );
}

interface Props {
  kinds: readonly [ExportKind, ...ExportKind[]];
  onClose: () => void;
  onDone: (request: ExportRequest) => void;
}

export function AskDialog({ kinds, onClose, onDone }: Props) {
  const t = useTexts(exportsDictionary);
  const { lang } = useLocale();
  const { api } = useSession();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('kind', form);
  const kind = kinds.find(({ name }) => name === chosen) ?? kinds[0];
  const keyOf = useRequestKey();
  const ask = useMutation({
    mutationFn: ({ about, format, fullDocuments, purpose }: Values) => {
      const body: ExportWish = {
        kind: kind.name,
        filter: { [kind.about.filter]: about },
        format,
        fullDocuments: fullDocuments ?? false,
        purpose: purpose.trim(),
      };
      return api.send<ExportRequest>('POST', kind.path, { body, idempotencyKey: keyOf(body) });
    },
    onSuccess: onDone,
    onError: (error) => {
      const faults = error instanceof ProblemError ? fieldFaultsOf(error.problem) : [];
      form.setFields(faults.map(({ field, zh, en }) => ({ name: field, errors: [pick(lang, zh, en)] })));
    },
  });
  const isAtField = ask.error instanceof ProblemError && fieldFaultsOf(ask.error.problem).length > 0;
  return (
    <Modal
      open
      title={t('ask')}
      okText={t('askGo')}
      cancelText={t('cancel')}
      confirmLoading={ask.isPending}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        className="ask-form"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ kind: kinds[0].name, format: 'xlsx' }}
        onValuesChange={(changed) => 'kind' in changed && form.resetFields(['about', 'fullDocuments'])}
        onFinish={(values) => ask.mutate(values)}
      >
        <Fields kinds={kinds} kind={kind} />
      </Form>
      {ask.isError && !isAtField && <FailureNotice error={ask.error} />}
    </Modal>
  );
}
