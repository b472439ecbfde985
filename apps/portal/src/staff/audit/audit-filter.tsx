import { Button, Form, Input, type FormInstance } from 'antd';
import { AUDIT_KINDS, AUDITED, type AuditedService, type AuditKind } from '../../api/audit.ts';
import { useTexts } from '../../i18n/locale.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { Choice } from '../choice.tsx';
import { isSendable, type FilterField, type TypedFilter } from './audit.ts';
import { auditDictionary } from './audit-dictionary.ts';

const FIELDS: readonly FilterField[] = ['actor', 'object', 'person'];
const TEXT_LENGTH_MAX = 200;

interface Props {
  form: FormInstance<TypedFilter>;
  service: AuditedService;
  kind: AuditKind | undefined;
  /** How many ids the list is narrowed to. */
  idCount: number;
  onService: (service: AuditedService) => void;
  onKind: (kind: AuditKind | undefined) => void;
  onSearch: (typed: TypedFilter) => void;
}

function IdFields({ form, onSearch }: Pick<Props, 'form' | 'onSearch'>) {
  const t = useTexts(auditDictionary);
  const rule = (field: FilterField) => ({
    validator: async (_rule: unknown, typed: string = '') => {
      if (!isSendable(field, typed)) throw new Error(t(field === 'actor' ? 'actorFault' : 'thingFault'));
    },
  });
  const clear = () => {
    form.resetFields();
    onSearch(form.getFieldsValue());
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="audit-ids"
      initialValues={{ actor: '', object: '', person: '' }}
      scrollToFirstError={{ focus: true }}
      onFinish={onSearch}
    >
      {FIELDS.map((field) => (
        <Form.Item key={field} name={field} label={t(field)} validateTrigger={[]} rules={[rule(field)]}>
          <Input
            className="code"
            placeholder={t(`${field}Hint`)}
            maxLength={TEXT_LENGTH_MAX}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Form.Item>
      ))}
      <div className="audit-acts">
        <Button type="primary" htmlType="submit">
          {t('search')}
        </Button>
        <Button onClick={clear}>{t('clear')}</Button>
      </div>
      <p className="audit-note">{t('idsOnly')}</p>
    </Form>
  );
}

/** Service and kind count at once; ids when they are sent. */
export function AuditFilterPanel({ form, service, kind, idCount, onService, onKind, onSearch }: Props) {
  const t = useTexts(auditDictionary);
  const isNarrow = useMedia('(max-width: 860px)');
  const ids = <IdFields form={form} onSearch={onSearch} />;
  return (
    <div className="audit-filter">
      <Choice
        label={t('service')}
        value={service}
        onChange={onService}
        options={AUDITED.map((each) => ({ value: each, label: t(`service:${each}`) }))}
      />
      <Choice<AuditKind | ''>
        label={t('kind')}
        value={kind ?? ''}
        onChange={(chosen) => onKind(chosen === '' ? undefined : chosen)}
        options={[
          { value: '', label: t('anyKind') },
          ...AUDIT_KINDS.map((each) => ({ value: each, label: t(`kind:${each}`) })),
        ]}
      />
      {isNarrow ? (
        <details className="audit-more">
          <summary>{idCount > 0 ? t('byIdOn', { n: idCount }) : t('byId')}</summary>
          {ids}
        </details>
      ) : (
        ids
      )}
    </div>
  );
}
