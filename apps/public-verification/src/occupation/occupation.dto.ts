import { PageQuery } from '@app/platform';
import { levelByDigit, type Certainty, type LevelDigit } from '@app/standards';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { ListedOccupation } from './occupation.service.js';

const QUERY_LENGTH_MAX = 40;

export class OccupationQueryDto extends PageQuery {
  /** Part of a code, a name, an English name or a 工种, also of former editions. */
  @IsOptional()
  @IsString()
  @MaxLength(QUERY_LENGTH_MAX)
  query: string = '';
}

export class CatalogueLevelView {
  /** `5` lowest … `1` highest. */
  digit!: LevelDigit;
  /** `三级/高级工` */
  display!: string;
}

export class SpecialtyView {
  name!: string;
  /** Digits of the levels at which it exists, lowest level first. */
  levels!: LevelDigit[];
  /** `sourced` or `unverified`: to be confirmed with the customer. */
  certainty!: Certainty;
  source!: string;
}

export class FormerCodeView {
  code!: string;
  edition!: string;
  name!: string;
}

export class OccupationView {
  /** 职业编码 `d-dd-dd-dd`. */
  code!: string;
  /** Edition of the 大典: 1999, 2015 or 2022. */
  edition!: string;
  name!: string;
  nameEn!: string;
  /** Lowest level first. */
  levels!: CatalogueLevelView[];
  specialties!: SpecialtyView[];
  formerCodes!: FormerCodeView[];
  /** Year of the occupation's standard; absent where the source does not tell it. */
  standardVersion?: string;
  /** `sourced` or `unverified`. */
  codeCertainty!: Certainty;
  levelsCertainty!: Certainty;
  source!: string;
  /** Bodies that are filed for it today. */
  filedBodies!: number;
}

export class OccupationPage {
  items!: OccupationView[];
  next?: string;
}

export function occupationView({ occupation, filedBodies }: ListedOccupation): OccupationView {
  const { code, edition, name, en, levels, specialties, formerCodes, standardVersion, certainty, source } = occupation;
  return {
    code,
    edition,
    name,
    nameEn: en,
    levels: levels.map((digit) => ({ digit, display: levelByDigit(digit).display })),
    specialties: specialties.map((each) => ({ ...each, levels: [...each.levels] })),
    formerCodes: formerCodes.map((former) => ({ code: former.code, edition: former.edition, name: former.name })),
    ...(standardVersion === null ? {} : { standardVersion }),
    codeCertainty: certainty.code,
    levelsCertainty: certainty.levels,
    source,
    filedBodies,
  };
}
