import { Access, CurrentPrincipal, own, type Principal } from '@app/platform';
import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { EnteredScoresView, enteredScoresView, PlanStateView, planStateView, ScoresDto } from './score.dto.js';
import { ScoreService } from './score.service.js';

@Controller('plans/:id/scores')
export class ScoreController {
  constructor(@Inject(ScoreService) private readonly scores: ScoreService) {}

  /** 登分 by 准考证号: good rows go in, bad rows come back. */
  @Put()
  @Access(own('agency-clerk', 'examiner'))
  async enter(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ScoresDto,
  ): Promise<EnteredScoresView> {
    return enteredScoresView(await this.scores.enter(principal, id, body.rows));
  }

  /** 复核 by a second person. */
  @Post('verify')
  @HttpCode(200)
  @Access(own('agency-reviewer'))
  async verify(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PlanStateView> {
    return planStateView(await this.scores.verify(principal, id));
  }
}
