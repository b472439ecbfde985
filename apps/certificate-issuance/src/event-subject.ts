import type { Subject } from '@app/contracts';
import { DomainError } from '@app/kernel';
import { requireFields } from './event-fields.js';
import type { AssessedSubject } from './scope/scope.js';

/** @throws DomainError `event/incomplete` */
export function subjectFrom(subject: Subject | undefined): AssessedSubject {
  if (!subject) throw new DomainError('event/incomplete', { field: 'subject' });
  requireFields(subject, 'occupationCode', 'occupationEdition', 'occupationName', 'levelDigit');
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit } = subject;
  return { occupationCode, occupationEdition, occupationName, specialty, levelDigit };
}
