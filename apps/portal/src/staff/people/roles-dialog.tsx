import { useMutation } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { PEOPLE, type Member } from '../../api/people.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { useSession } from '../session.tsx';
import { showFieldFaults } from './field-faults.ts';
import { ADMINISTRATOR, fieldFaultsOf } from './people.ts';
import { ProblemError } from '../../api/http.ts';
import { peopleDictionary } from './people-dictionary.ts';
import { RoleChoice } from './role-choice.tsx';

interface Props {
  person: Member;
  isLastAdmin: boolean;
  onClose: () => void;
  onDone: (person: Member) => void;
}

interface Values {
  roles: string[];
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));

export function RolesDialog({ person, isLastAdmin, onClose, onDone }: Props) {
  const t = useTexts(peopleDictionary);
  const { lang } = useLocale();
  const { api, person: self } = useSession();
  const [form] = Form.useForm<Values>();
  const roles = Form.useWatch('roles', form) ?? person.roles;
  const save = useMutation({
    mutationFn: (values: Values) => api.send<Member>('PUT', `${PEOPLE}/${person.id}/roles`, { body: values }),
    onSuccess: onDone,
    onError: (error) => showFieldFaults(form, error, lang),
  });
  const isAtField = save.error instanceof ProblemError && fieldFaultsOf(save.error.problem).length > 0;
  const isSelf = person.id === self.id;
  return (
    <Modal
      open
      title={t('rolesTitle', { name: person.displayName })}
      okText={t('rolesGo')}
      cancelText={t('cancel')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: person.roles }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name="roles"
          validateTrigger={[]}
          rules={[
            { type: 'array', required: true, message: t('rolesFault') },
            {
              validator: async (_rule, chosen: string[]) => {
                if (isSame(chosen, person.roles)) throw new Error(t('rolesSame'));
              },
            },
          ]}
        >
          <RoleChoice keepsAdmin={isLastAdmin} />
        </Form.Item>
      </Form>
      <div className="dialog-text">
        <p>{t('sessionsEnd')}</p>
        {isSelf && <p className="warning-text">{t(roles.includes(ADMINISTRATOR) ? 'selfEnds' : 'losesAdmin')}</p>}
        {save.isError && !isAtField && <FailureNotice error={save.error} />}
      </div>
    </Modal>
  );
}
