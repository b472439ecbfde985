import { isDeepStrictEqual } from 'node:util';
import { DomainError, type FieldFault } from '@app/kernel';
import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';

/** Chinese words for class-validator's rules; the English ones are the library's own. */
const RULES_ZH: Readonly<Record<string, string>> = {
  isString: '应为文字',
  isNotEmpty: '不能为空',
  isInt: '应为整数',
  isNumber: '应为数字',
  isBoolean: '应为是或否',
  isArray: '应为列表',
  arrayNotEmpty: '至少要有一项',
  arrayMinSize: '项数不足',
  arrayMaxSize: '项数过多',
  min: '小于允许的最小值',
  max: '大于允许的最大值',
  minLength: '太短',
  maxLength: '太长',
  matches: '格式不对',
  isIn: '不在允许的取值之内',
  isEnum: '不在允许的取值之内',
  isUuid: '应为编号（UUID）',
  isDateString: '应为日期（YYYY-MM-DD）',
  isObject: '应为对象',
  nestedValidation: '内容不完整',
  whitelistValidation: '没有这个字段',
};

/** Fields are named by JSON pointer, below `path`. */
export function faultsOf(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = `${path}/${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, en]) => ({
      field,
      rule,
      zh: RULES_ZH[rule] ?? '不符合要求',
      en,
    }));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

/** Most requests ask for nothing after the `?`: that this is valid is found once for each kind of query. */
class QuietValidationPipe extends ValidationPipe {
  private readonly nothingNeeded = new Set<unknown>();

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype, data } = metadata;
    const isEmpty = type === 'query' && data === undefined && Object.keys(Object(value)).length === 0;
    if (!metatype || !isEmpty) return super.transform(value, metadata);
    if (this.nothingNeeded.has(metatype)) return new metatype();
    const checked: unknown = await super.transform(value, metadata);
    if (isDeepStrictEqual(checked, new metatype())) this.nothingNeeded.add(metatype);
    return checked;
  }
}

/** Whitelist: an unknown field is refused, not ignored. Fields are named by JSON pointer. */
export function validationPipe(): ValidationPipe {
  return new QuietValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors: ValidationError[]) => new DomainError('request/invalid', {}, faultsOf(errors)),
  });
}
