import { DomainError, type FieldFault } from '@app/kernel';
import { CONSENT, PURPOSE_NAMES, type Batch } from './batch.js';

const PURPOSE_LENGTH_MIN = 4;
const PURPOSE_LENGTH_MAX = 200;

/** What an organisation declares with a workbook. */
export type Declaration = Pick<Batch, 'purpose' | 'purposeText' | 'consentEdition' | 'watch'>;

const fault = (field: string, rule: string, zh: string, en: string): FieldFault => ({ field, rule, zh, en });

/**
 * Reads the texts of the form.
 * @throws DomainError `batch/declaration` with one fault per field
 */
export function readDeclaration(fields: Readonly<Record<string, string>>): Declaration {
  const faults: FieldFault[] = [];
  const purpose = PURPOSE_NAMES.find((each) => each === fields['purpose']);
  if (!purpose) {
    const all = PURPOSE_NAMES.join(', ');
    faults.push(fault('/purpose', 'choice', `查验用途应为以下之一：${all}`, `the purpose is one of ${all}`));
  }
  const purposeText = (fields['purposeText'] ?? '').trim();
  if (purposeText.length < PURPOSE_LENGTH_MIN || purposeText.length > PURPOSE_LENGTH_MAX) {
    faults.push(
      fault(
        '/purposeText',
        'length',
        `请用${PURPOSE_LENGTH_MIN}至${PURPOSE_LENGTH_MAX}个字说明用途，不要填写个人信息`,
        `say in ${PURPOSE_LENGTH_MIN} to ${PURPOSE_LENGTH_MAX} characters what for, naming no person`,
      ),
    );
  }
  if (fields['consent'] !== CONSENT.edition) {
    faults.push(
      fault(
        '/consent',
        'edition',
        `须接受现行授权声明（${CONSENT.edition}）：${CONSENT.zh}`,
        `the consent statement in force (${CONSENT.edition}) has to be accepted: ${CONSENT.en}`,
      ),
    );
  }
  const watch = fields['watch'] ?? 'false';
  if (watch !== 'true' && watch !== 'false')
    faults.push(fault('/watch', 'choice', '应为 true 或 false', 'is true or false'));
  if (faults.length > 0 || !purpose) throw new DomainError('batch/declaration', {}, faults);
  return { purpose, purposeText, consentEdition: CONSENT.edition, watch: watch === 'true' };
}
