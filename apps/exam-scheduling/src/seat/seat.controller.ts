import { Access, CurrentPrincipal, own, type Principal } from '@app/platform';
import { Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { SeatingView } from './seat.dto.js';
import { SeatService } from './seat.service.js';

@Controller('plans/:id/seats')
export class SeatController {
  constructor(@Inject(SeatService) private readonly seats: SeatService) {}

  /** 编排考场与准考证号, once and for all candidates. */
  @Post()
  @HttpCode(200)
  @Access(own('agency-clerk'))
  async seat(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<SeatingView> {
    return this.seats.seat(principal, id);
  }
}
