import { DomainError } from '@app/kernel';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { faultsOf } from '../validation.js';
import type { ExportKind } from './export-kind.js';

/** @throws DomainError `request/invalid` */
export function kindNamed(kinds: readonly ExportKind[], name: string): ExportKind {
  const found = kinds.find((kind) => kind.name === name);
  if (found) return found;
  const names = kinds.map((kind) => kind.name).join(', ');
  throw new DomainError('request/invalid', {}, [
    { field: '/kind', rule: 'isIn', zh: `可导出的内容：${names}`, en: `kind must be one of: ${names}` },
  ]);
}

/** @throws DomainError `request/invalid` with each wrong field below `/filter` */
export function readFilter(kind: ExportKind, filter: object): object {
  const read = plainToInstance(kind.filter, filter);
  const errors = validateSync(read, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new DomainError('request/invalid', {}, faultsOf(errors, '/filter'));
  return read;
}
