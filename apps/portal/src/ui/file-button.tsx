import { useId } from 'react';

interface FileButtonProps {
  label: string;
  accept: string;
  disabled: boolean;
  onFile: (file: File) => void;
}

/** The browser's own field for a file, under a label that looks like a button and takes its focus ring. */
export function FileButton({ label, accept, disabled, onFile }: FileButtonProps) {
  const id = useId();
  return (
    <span className="file-button">
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after a fault.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <label htmlFor={id} className="button button-quiet">
        {label}
      </label>
    </span>
  );
}
