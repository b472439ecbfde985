import { CHECKS, VERDICTS, type Check } from '@app/credential';
import { ApiProperty } from '@nestjs/swagger';
import { AnswerView, answerView, WordingView } from '../certificate/certificate.dto.js';
import { COMPARED } from './document.js';
import type { DocumentAnswer } from './document.service.js';

const OUTCOMES = ['passed', 'failed', 'could-not-check'] as const;

export class DocumentCheckView {
  /** `form`, `signature`, `document`, `key` or `register`. */
  check!: string;
  @ApiProperty({ enum: OUTCOMES })
  outcome!: (typeof OUTCOMES)[number];
  /** Stable: `signature/good`, `document/changed` … */
  code!: string;
  /** What is checked. */
  title!: WordingView;
  /** What was found. */
  words!: WordingView;
}

export class DifferenceView extends WordingView {
  /** Member of the certificate in which document and register disagree. */
  field!: string;
}

export class DocumentAnswerView extends AnswerView {
  /** `pdf`, `paper`, `vc+jwt`, `sd-jwt` or `link`. */
  kind!: string;
  checks!: DocumentCheckView[];
  /** Where document and register disagree; with MISMATCH only. What the document says there is not repeated. */
  differences!: DifferenceView[];
}

const checkView = ({ check, outcome, code, zh, en }: Check): DocumentCheckView => ({
  check,
  outcome,
  code,
  title: CHECKS[check],
  words: { zh, en },
});

export function documentAnswerView({ verdict, checks, kind, answer, differences }: DocumentAnswer): DocumentAnswerView {
  const { advice, ...text } = VERDICTS[verdict];
  return {
    ...answerView(answer),
    verdict,
    text,
    advice,
    kind,
    checks: checks.map(checkView),
    differences: differences.map((field) => ({ field, ...COMPARED[field] })),
  };
}
