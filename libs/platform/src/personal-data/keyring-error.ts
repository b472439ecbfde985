/** What is wrong with the keys, told to the operator in both languages; never a key and never a value. */
export class KeyringError extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(`${zh} ${en}`);
    this.name = 'KeyringError';
  }
}
