import { isRealDay } from '@app/standards';
import { ValidateBy } from 'class-validator';

/** `YYYY-MM-DD`, a day that exists. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDateString',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isRealDay(value),
      defaultMessage: () => '$property must be a day (YYYY-MM-DD)',
    },
  });
