import { useCallback, useState } from 'react';
import { useTexts } from '../i18n/locale.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { codeInFile } from './picture.ts';
import { scanDictionary } from './scan-dictionary.ts';
import { scannedOf, type Scanned } from './scanned.ts';
import { hasCamera, useCamera } from './use-camera.ts';
import './scan.css';

interface ScanProps {
  busy: boolean;
  onToken: (token: string) => void;
  onPaper: (text: Blob) => void;
}

type Seen = Scanned | { kind: 'no-code' };

/** Reads a code from the camera or a picture; nothing but what the code says leaves the device. */
export function ScanPanel({ busy, onToken, onPaper }: ScanProps) {
  const t = useTexts(scanDictionary);
  const [seen, setSeen] = useState<Seen | null>(null);
  const take = useCallback(
    (text: string | null) => {
      const scanned: Seen = text === null ? { kind: 'no-code' } : scannedOf(text, window.location.host);
      setSeen(scanned);
      if (scanned.kind === 'token') onToken(scanned.token);
      if (scanned.kind === 'paper') onPaper(new Blob([scanned.text], { type: 'text/plain' }));
    },
    [onToken, onPaper],
  );
  const camera = useCamera(take);
  const said = (): string => {
    if (camera.state === 'on') return t('looking');
    if (camera.state === 'refused') return t('cameraRefused');
    switch (seen?.kind) {
      case 'no-code':
        return t('noCode');
      case 'elsewhere':
        return t('elsewhere', { host: seen.host });
      case 'unknown':
        return t('unknown');
      case 'token':
      case 'paper':
        return busy ? t('found') : '';
      default:
        return '';
    }
  };
  return (
    <div className="scan">
      <p className="form-why">{t('lead')}</p>
      {camera.state === 'on' && <video ref={camera.video} muted playsInline aria-label={t('preview')} />}
      <div className="scan-buttons">
        {!hasCamera() ? (
          <p>{t('noCamera')}</p>
        ) : camera.state === 'on' ? (
          <button type="button" className="button button-quiet" onClick={camera.close}>
            {t('closeCamera')}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void camera.open()}>
            {t('openCamera')}
          </button>
        )}
        <FileButton
          label={t('chooseImage')}
          accept="image/*"
          disabled={busy}
          onFile={(file) => {
            camera.close();
            setSeen(null);
            void codeInFile(file).then(take);
          }}
        />
      </div>
      <p className="scan-said" role="status">
        {said()}
      </p>
    </div>
  );
}
