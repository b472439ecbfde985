export class CosignatureView {
  /** Name of the witness's key. */
  witness!: string;
  /** RFC 3339: when it says it saw the checkpoint. Not checked here: whoever trusts the witness holds its key. */
  cosignedAt!: string;
}

export class LogStatusView {
  /** Origin line of the log's checkpoints. */
  origin!: string;
  /** `name+keyid+base64`, Ed25519. */
  verifierKey!: string;
  /** Leaves of the published checkpoint. */
  size!: number;
  /** Its root hash, base64 as in the checkpoint. */
  rootHash!: string;
  /** RFC 3339: when this process's folder got it. */
  publishedAt!: string;
  ageSeconds!: number;
  /** Leaves that are committed and in no checkpoint yet: a fresh checkpoint may be old, as long as this is 0. */
  pendingLeaves!: number;
  /** Witnesses that are asked for each checkpoint. */
  witnessesAsked!: number;
  cosignatures!: CosignatureView[];
}

export class LogKeyView {
  /** Origin line of the log's checkpoints. */
  origin!: string;
  /** `name+keyid+base64`, Ed25519. */
  verifierKey!: string;
}
