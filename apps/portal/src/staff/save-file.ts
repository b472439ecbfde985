const BLOB_KEPT_MS = 60_000;

/** Saves what was fetched with a token, which a link could not carry. */
export function saveFile(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BLOB_KEPT_MS);
}
