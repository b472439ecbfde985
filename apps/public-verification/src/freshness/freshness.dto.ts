import { ApiProperty } from '@nestjs/swagger';
import { WordingView } from '../certificate/certificate.dto.js';
import { FRESHNESS_STATES, SOURCE_NAMES, SOURCES, type FreshnessState, type SourceName } from './freshness.js';
import type { Freshness } from './freshness.service.js';

export class SourceFreshnessView {
  @ApiProperty({ enum: SOURCE_NAMES })
  name!: SourceName;
  title!: WordingView;
  @ApiProperty({ enum: Object.keys(FRESHNESS_STATES) })
  state!: FreshnessState;
  text!: WordingView;
  /** RFC 3339: when the newest fact of this source that is known here was recorded. Absent before the first. */
  latestFactAt?: string;
  /** RFC 3339: the last moment at which all that it had told was taken in. Absent when there was none since the start. */
  upToDateAt?: string;
  /** Events that wait to be taken in. Absent when it cannot be known. */
  waiting?: number;
}

export class FreshnessView {
  /** RFC 3339. */
  checkedAt!: string;
  @ApiProperty({ enum: ['connected', 'away'] })
  broker!: 'connected' | 'away';
  sources!: SourceFreshnessView[];
}

export function freshnessView({ checkedAt, isBrokerConnected, sources }: Freshness): FreshnessView {
  return {
    checkedAt: checkedAt.toISOString(),
    broker: isBrokerConnected ? 'connected' : 'away',
    sources: sources.map(({ name, state, latestFactAt, upToDateAt, waiting }) => ({
      name,
      title: SOURCES[name],
      state,
      text: FRESHNESS_STATES[state],
      ...(latestFactAt ? { latestFactAt: latestFactAt.toISOString() } : {}),
      ...(upToDateAt ? { upToDateAt: upToDateAt.toISOString() } : {}),
      ...(waiting === null ? {} : { waiting }),
    })),
  };
}
