import { DomainError } from '@app/kernel';

export type StatusWidth = 1 | 2 | 4 | 8;

/**
 * Which end of a byte comes first: the Token Status List counts from the least significant bit, the Bitstring Status
 * List from the left.
 */
export type BitOrder = 'least-first' | 'most-first';

/** Many statuses of a few bits each, packed; no status crosses a byte. */
export interface StatusBits {
  width: StatusWidth;
  order: BitOrder;
  bytes: Uint8Array<ArrayBuffer>;
}

const BYTE_BITS = 8;

export const isStatusWidth = (value: unknown): value is StatusWidth => [1, 2, 4, 8].includes(value as number);

export const bytesFor = (entries: number, width: StatusWidth): number => Math.ceil((entries * width) / BYTE_BITS);

/** All statuses 0. */
export const emptyStatuses = (entries: number, width: StatusWidth, order: BitOrder): StatusBits => ({
  width,
  order,
  bytes: new Uint8Array(bytesFor(entries, width)),
});

/** Byte and shift of a status. */
function placeOf({ width, order, bytes }: StatusBits, index: number): { at: number; shift: number } {
  const perByte = BYTE_BITS / width;
  const at = Math.floor(index / perByte);
  if (!Number.isSafeInteger(index) || index < 0 || at >= bytes.length) throw new DomainError('credential/status-index');
  const place = index % perByte;
  return { at, shift: width * (order === 'least-first' ? place : perByte - 1 - place) };
}

/** @throws DomainError `credential/status-index` when the list has no such place */
export function readStatus(list: StatusBits, index: number): number {
  const { at, shift } = placeOf(list, index);
  return ((list.bytes[at] ?? 0) >> shift) & (2 ** list.width - 1);
}

/** @throws DomainError `credential/status-index`; `credential/status-value` when the value is wider than the list */
export function writeStatus(list: StatusBits, index: number, value: number): void {
  const { at, shift } = placeOf(list, index);
  const mask = 2 ** list.width - 1;
  if (!Number.isInteger(value) || value < 0 || value > mask) throw new DomainError('credential/status-value');
  list.bytes[at] = ((list.bytes[at] ?? 0) & ~(mask << shift)) | (value << shift);
}
