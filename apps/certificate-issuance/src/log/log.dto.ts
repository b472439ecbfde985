export class LogKeyView {
  /** Origin line of the log's checkpoints. */
  origin!: string;
  /** `name+keyid+base64`, Ed25519. */
  verifierKey!: string;
}
