import { Button } from 'antd';
import { useState, type RefObject } from 'react';

interface Props {
  text: string;
  /** Selected when the browser does not let us copy. */
  shown: RefObject<HTMLElement | null>;
  words: { copy: string; copied: string; failed: string };
  isPrimary?: boolean;
}

/** Copies, says so, and where it may not, selects the text for the person to copy. */
export function CopyButton({ text, shown, words, isPrimary = false }: Props) {
  const [step, setStep] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setStep('copied');
    } catch {
      if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
      setStep('failed');
    }
  };
  return (
    <span className="copy">
      <Button type={isPrimary ? 'primary' : 'default'} onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span role="status">{step === 'idle' ? '' : words[step]}</span>
    </span>
  );
}
