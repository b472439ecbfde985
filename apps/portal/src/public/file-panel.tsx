import { useState } from 'react';
import { useTexts } from '../i18n/locale.tsx';
import { FileButton } from '../ui/file-button.tsx';

/** As the registry has it; a larger file is refused there too, after the way up. */
const FILE_MAX_MB = 5;
const BYTES_PER_MB = 1024 * 1024;
const ACCEPTED = '.pdf,.jwt,.json,.txt,.cbor,application/pdf,application/json,text/plain';

/** A certificate's PDF or credential: the registry checks the file itself and what became of the certificate. */
export function FilePanel({ busy, onFile }: { busy: boolean; onFile: (file: Blob) => void }) {
  const t = useTexts();
  const [isTooLarge, setIsTooLarge] = useState(false);
  const [name, setName] = useState('');
  return (
    <div className="file-panel">
      <p className="form-why">{t('fileLead', { n: FILE_MAX_MB })}</p>
      <FileButton
        label={busy ? t('formChecking') : t('fileChoose')}
        accept={ACCEPTED}
        disabled={busy}
        onFile={(file) => {
          const tooLarge = file.size > FILE_MAX_MB * BYTES_PER_MB;
          setIsTooLarge(tooLarge);
          setName(file.name);
          if (!tooLarge) onFile(file);
        }}
      />
      <p role="status" className={isTooLarge ? 'field-fault' : 'field-help'}>
        {isTooLarge ? t('fileTooLarge', { n: FILE_MAX_MB }) : name}
      </p>
      <p className="form-privacy">{t('filePrivacy')}</p>
    </div>
  );
}
