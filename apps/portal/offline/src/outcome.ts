import { CHECKS, VERDICTS, type DocumentReport } from '@app/credential';
import { levelByDigit } from '@app/standards';
import { element } from './element.ts';
import { pick, type Language, type Word } from './words.ts';

const SHOWN = [
  'certificateNumber',
  'holderName',
  'documentTail',
  'agencyName',
  'occupationName',
  'occupationCode',
  'specialty',
  'levelDigit',
  'issuedOn',
] as const satisfies readonly Word[];
const MARKS = { passed: ['✓', 'good'], failed: ['✗', 'bad'], 'could-not-check': ['?', 'open'] } as const;

/** Colour beside sign and words, never instead of them. */
function toneOf(verdict: DocumentReport['verdict']): readonly [string, string] {
  if (verdict === 'VALID') return MARKS.passed;
  return verdict === 'COULD_NOT_CHECK' ? MARKS['could-not-check'] : MARKS.failed;
}

function valueOf({ read }: DocumentReport, name: (typeof SHOWN)[number]): string {
  const value = read[name] ?? '';
  if (name === 'levelDigit') return levelByDigit(value)?.display ?? value;
  return value !== '' && read.cut?.includes(name as never) ? `${value}…` : value;
}

/** Verdict, what the document says, and each check. */
export function outcomeView(report: DocumentReport, language: Language): HTMLElement {
  const kind = VERDICTS[report.verdict];
  const [sign, tone] = toneOf(report.verdict);
  const said = SHOWN.map((name) => [name, valueOf(report, name)] as const).filter(([, value]) => value !== '');
  const items = report.checks.map((each) => {
    const [mark, colour] = MARKS[each.outcome];
    const title = `${CHECKS[each.check][language]}${language === 'zh' ? '：' : ': '}${pick(language, each.outcome)}`;
    return element('li', {}, [
      element('strong', { className: colour }, [`${mark} ${title}`]),
      element('span', { className: 'quiet' }, [each[language]]),
    ]);
  });
  return element('section', { className: 'panel', id: 'outcome', tabIndex: -1 }, [
    element('h2', { className: `verdict ${tone}` }, [`${sign} ${kind[language]}`]),
    element('p', {}, [kind.advice[language]]),
    ...(report.statusAsOf
      ? [
          element('p', { className: 'quiet' }, [
            `${pick(language, 'statusAsOf')} ${new Date(report.statusAsOf).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}`,
          ]),
        ]
      : []),
    ...(said.length > 0
      ? [
          element('h2', {}, [pick(language, 'says')]),
          element(
            'dl',
            {},
            said.flatMap(([name, value]) => [element('dt', {}, [pick(language, name)]), element('dd', {}, [value])]),
          ),
        ]
      : []),
    element('h2', {}, [pick(language, 'checks')]),
    element('ul', { className: 'checks' }, items),
  ]);
}
