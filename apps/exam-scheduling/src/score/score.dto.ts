import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsNumber,
  IsString,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Plan, PlanState } from '../plan/plan.js';
import { resultOf, type Result } from './score.js';
import type { EnteredScores } from './score.service.js';

/** A larger plan is entered in several requests. */
const SCORE_ROWS_MAX = 2_000;
const ADMISSION_NUMBER_LENGTH_MAX = 32;

const isGiven = (_row: object, value: unknown): boolean => value !== null;

/** Replaces what was entered for the candidate before. */
export class ScoreRowDto {
  @IsString()
  @MaxLength(ADMISSION_NUMBER_LENGTH_MAX)
  admissionNumber!: string;

  /** Whole number 0–100; null when there is none (yet). */
  @ValidateIf(isGiven)
  @IsNumber()
  theoryPoints!: number | null;

  /** Whole number 0–100; null when there is none (yet). */
  @ValidateIf(isGiven)
  @IsNumber()
  skillPoints!: number | null;

  @IsBoolean()
  theoryAbsent!: boolean;

  @IsBoolean()
  skillAbsent!: boolean;
}

export class ScoresDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SCORE_ROWS_MAX)
  @ValidateNested({ each: true })
  @Type(() => ScoreRowDto)
  rows!: ScoreRowDto[];
}

export class ScoreResultView {
  admissionNumber!: string;
  result!: Result;
}

export class ScoreFaultView {
  field!: string;
  rule!: string;
  zh!: string;
  en!: string;
}

export class RefusedScoreView {
  /** Place in the request, from 0. */
  index!: number;
  admissionNumber!: string;
  faults!: ScoreFaultView[];
}

export class EnteredScoresView {
  accepted!: ScoreResultView[];
  refused!: RefusedScoreView[];
}

export class PlanStateView {
  planId!: string;
  state!: PlanState;
}

export function enteredScoresView({ good, bad }: EnteredScores): EnteredScoresView {
  return {
    accepted: good.map((row) => ({ admissionNumber: row.admissionNumber, result: resultOf(row) })),
    refused: bad,
  };
}

export const planStateView = ({ id, state }: Plan): PlanStateView => ({ planId: id, state });
