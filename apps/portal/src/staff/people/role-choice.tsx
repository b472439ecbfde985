import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTexts } from '../../i18n/locale.tsx';
import { useCodeName } from '../state-tag.tsx';
import { ADMINISTRATOR, GRANTABLE_ROLES } from './people.ts';
import { peopleDictionary } from './people-dictionary.ts';

interface Props {
  /** Of the form around it. */
  id?: string;
  value?: string[];
  onChange?: (roles: string[]) => void;
  /** The only administrator stays one. */
  keepsAdmin?: boolean;
}

/** Roles with what each of them may do. */
export function RoleChoice({ id, value = [], onChange, keepsAdmin = false }: Props) {
  const t = useTexts(peopleDictionary);
  const nameOf = useCodeName();
  const base = useId();
  const toggle = (role: string, isChosen: boolean) =>
    onChange?.(GRANTABLE_ROLES.filter((each) => (each === role ? isChosen : value.includes(each))));
  return (
    <div className="role-choice" role="group" aria-label={t('roles')} id={id} tabIndex={-1}>
      {GRANTABLE_ROLES.map((role) => (
        <Checkbox
          key={role}
          name={role}
          aria-label={nameOf('role', role)}
          aria-describedby={`${base}-${role}`}
          checked={value.includes(role)}
          disabled={keepsAdmin && role === ADMINISTRATOR}
          onChange={({ target }) => toggle(role, target.checked)}
        >
          <strong>{nameOf('role', role)}</strong>
          <span id={`${base}-${role}`}>
            <span className="role-about">{t(`role:${role}`)}</span>
            {keepsAdmin && role === ADMINISTRATOR && (
              <span className="role-about warning-text">{t('mustStayAdmin')}</span>
            )}
          </span>
        </Checkbox>
      ))}
    </div>
  );
}
