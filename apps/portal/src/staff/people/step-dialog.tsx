import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { PEOPLE, type Invitation, type Member } from '../../api/people.ts';
import { useTexts } from '../../i18n/locale.tsx';
import { FailureNotice } from '../../ui/problem-notice.tsx';
import { useSession } from '../session.tsx';
import { peopleDictionary } from './people-dictionary.ts';

/** Steps that ask for nothing but a yes. */
export type PlainStep = 'disable' | 'enable' | 'reset';

interface Props {
  step: PlainStep;
  person: Member;
  onClose: () => void;
  /** The answer of `reset` has the new code with it. */
  onDone: (person: Member, invitation?: Invitation) => void;
}

/** Says what will happen before it does. */
export function StepDialog({ step, person, onClose, onDone }: Props) {
  const t = useTexts(peopleDictionary);
  const { api, person: self } = useSession();
  const take = useMutation({
    mutationFn: () => api.send<Member | Invitation>('POST', `${PEOPLE}/${person.id}/${step}`),
    onSuccess: (answer) => ('invitationCode' in answer ? onDone(answer.person, answer) : onDone(answer)),
  });
  const endsSessions = step !== 'enable';
  return (
    <Modal
      open
      title={t(`ask:${step}`, { name: person.displayName })}
      okText={t(`step:${step}`)}
      cancelText={t('cancel')}
      okButtonProps={{ danger: step === 'disable' }}
      confirmLoading={take.isPending}
      onOk={() => take.mutate()}
      onCancel={onClose}
    >
      <div className="dialog-text">
        <p>
          <span className="code">{person.username}</span>
        </p>
        {endsSessions && <p>{t('sessionsEnd')}</p>}
        <p>{t(`what:${step}`)}</p>
        {endsSessions && person.id === self.id && <p className="warning-text">{t('selfEnds')}</p>}
        {take.isError && <FailureNotice error={take.error} />}
      </div>
    </Modal>
  );
}
