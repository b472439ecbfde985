/** A failure that the person at the keyboard can act on: shown as two lines, without a stack trace. */
export class StartError extends Error {
  readonly lines: string[];

  constructor(chinese: string, english: string, details: string[] = []) {
    super(`${chinese}\n${english}`);
    this.name = 'StartError';
    this.lines = [chinese, english, ...details];
  }
}

/** By shape, not by class: under jest the errors of Node itself come from another realm. */
export function errorCode(error: unknown): string | undefined {
  const { code, errors } = Object(error) as { code?: unknown; errors?: unknown[] };
  if (typeof code === 'string') return code;
  return errors?.[0] === undefined ? undefined : errorCode(errors[0]);
}

export function errorText(error: unknown): string {
  const { message, errors } = Object(error) as { message?: unknown; errors?: unknown[] };
  if (typeof message === 'string' && message !== '') return message;
  return errors?.[0] === undefined ? String(error) : errorText(errors[0]);
}
