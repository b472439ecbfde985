import { useId } from 'react';
import './file-field.css';

interface Props {
  label: string;
  help: string;
  /** In place of the help; empty when nothing is wrong. */
  fault: string;
  accept?: string;
  onFile: (file: File | undefined) => void;
}

/** The browser's own field for a file in a form, with its help or what is wrong below it. */
export function FileField({ label, help, fault, accept, onFile }: Props) {
  const id = useId();
  return (
    <div className="ant-form-item file-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-help`}
        aria-invalid={fault !== ''}
        onChange={({ target }) => onFile(target.files?.[0])}
      />
      <small id={`${id}-help`} className={fault && 'file-fault'} role={fault ? 'alert' : undefined}>
        {fault || help}
      </small>
    </div>
  );
}
