import { useMutation } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { ProblemError } from '../../api/http.ts';
import { PEOPLE, type Invitation, type NewMember } from '../../api/people.ts';
import { useLocale, useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { useRequestKey } from '../request-key.ts';
import { useSession } from '../session.tsx';
import { showFieldFaults } from './field-faults.ts';
import { fieldFaultsOf, isProblem, isUsername, newMemberOf } from './people.ts';
import { peopleDictionary } from './people-dictionary.ts';
import { RoleChoice } from './role-choice.tsx';

const USERNAME_LENGTH_MAX = 64;
const NAME_LENGTH_MAX = 100;

interface Props {
  onClose: () => void;
  onDone: (invitation: Invitation) => void;
}

function Refusal({ error }: { error: Error }) {
  const t = useTexts(peopleDictionary);
  if (error instanceof ProblemError) {
    if (fieldFaultsOf(error.problem).length > 0) return null;
    if (isProblem(error.problem, 'idempotency/done')) {
      return (
        <div className="notice notice-warning" role="alert">
          <p>{t('inviteLost')}</p>
        </div>
      );
    }
  }
  return <FailureNotice error={error} />;
}

export function InviteDialog({ onClose, onDone }: Props) {
  const t = useTexts(peopleDictionary);
  const { lang } = useLocale();
  const { api } = useSession();
  const [form] = Form.useForm<NewMember>();
  const keyOf = useRequestKey();
  const invite = useMutation({
    mutationFn: (member: NewMember) =>
      api.send<Invitation>('POST', PEOPLE, { body: member, idempotencyKey: keyOf(member) }),
    onSuccess: onDone,
    onError: (error) => showFieldFaults(form, error, lang),
  });
  return (
    <Modal
      open
      title={t('inviteTitle')}
      okText={t('inviteGo')}
      cancelText={t('cancel')}
      confirmLoading={invite.isPending}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        className="invite-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        onFinish={(values) => invite.mutate(newMemberOf(values))}
      >
        <Form.Item
          name="displayName"
          label={t('name')}
          validateTrigger="onBlur"
          rules={[{ required: true, whitespace: true, message: t('nameFault') }]}
        >
          <Input maxLength={NAME_LENGTH_MAX} autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item
          name="username"
          label={t('username')}
          extra={t('usernameHelp')}
          validateTrigger="onBlur"
          rules={[
            {
              validator: async (_rule, typed: string = '') => {
                if (!isUsername(typed)) throw new Error(t('usernameFault'));
              },
            },
          ]}
        >
          <Input
            className="code"
            maxLength={USERNAME_LENGTH_MAX}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Form.Item>
        <Form.Item
          name="roles"
          label={t('roles')}
          rules={[{ type: 'array', required: true, message: t('rolesFault') }]}
        >
          <RoleChoice />
        </Form.Item>
        {/* Enter in a field sends the form; the button that is seen stands outside of it. */}
        <button type="submit" hidden />
      </Form>
      {invite.isError && <Refusal error={invite.error} />}
    </Modal>
  );
}
