/** What was wrong with one value of the input: `field` is a JSON path, `rule` the name of the rule that failed. */
export interface FieldFault {
  field: string;
  rule: string;
  zh: string;
  en: string;
}

/**
 * The only error that decisions throw. `code` names a row of the service's problem catalogue
 * (`filing/illegal-transition`); `params` fill that row's templates and must never hold personal data,
 * because they reach logs and problem documents.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly faults: readonly FieldFault[];

  constructor(code: string, params: Record<string, string | number> = {}, faults: readonly FieldFault[] = []) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.params = params;
    this.faults = faults;
  }
}
