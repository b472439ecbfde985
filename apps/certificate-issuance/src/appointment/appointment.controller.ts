import {
  Access,
  CurrentPrincipal,
  Idempotent,
  own,
  PageQuery,
  type Principal,
  ShowsPersons,
  supervised,
} from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { AppointmentDto, AppointmentPage, appointmentView, AppointmentView, ReasonDto } from './appointment.dto.js';
import { AppointmentService } from './appointment.service.js';

const personOf = ({ id }: AppointmentView): string[] => [`appointment/${id}`];

/** 评聘 of 特级技师 and 首席技师, ranks 7 and 8: by an employer, on a post, for a term. */
@Controller('appointments')
export class AppointmentController {
  constructor(@Inject(AppointmentService) private readonly appointments: AppointmentService) {}

  @Post()
  @Idempotent()
  @ShowsPersons(personOf)
  @Access(own('agency-clerk'))
  async propose(@CurrentPrincipal() principal: Principal, @Body() content: AppointmentDto): Promise<AppointmentView> {
    const { postId, seniorTechnicianSince, frontLine, ...person } = content;
    return appointmentView(
      await this.appointments.propose(principal, { postId, seniorTechnicianSince, frontLine, person }),
    );
  }

  @Get()
  @ShowsPersons<AppointmentPage>(({ items }) => items.flatMap(personOf))
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<AppointmentPage> {
    const page = await this.appointments.list(principal, query);
    return { ...page, items: page.items.map(appointmentView) };
  }

  @Get(':id')
  @ShowsPersons(personOf)
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AppointmentView> {
    return appointmentView(await this.appointments.get(principal, id));
  }

  /** By another person of the employer than the clerk who proposed it; 公示 starts. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personOf)
  @Access(own('agency-reviewer', 'agency-admin'))
  async confirm(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AppointmentView> {
    return appointmentView(await this.appointments.confirm(principal, id));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personOf)
  @Access(own('agency-clerk', 'agency-admin'))
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AppointmentView> {
    return appointmentView(await this.appointments.withdraw(principal, id));
  }

  /** 登记 (报备): the term begins. 首席技师 needs a running 特级技师 appointment at the same employer. */
  @Post(':id/register')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personOf)
  @Access(supervised('province-officer'))
  async register(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AppointmentView> {
    return appointmentView(await this.appointments.register(principal, id));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personOf)
  @Access(supervised('province-officer'))
  async refuse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<AppointmentView> {
    return appointmentView(await this.appointments.refuse(principal, id, reason));
  }

  /** 期满复评 begins, while the term runs. */
  @Post(':id/re-assessment')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personOf)
  @Access(own('agency-clerk'))
  async openReAssessment(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AppointmentView> {
    return appointmentView(await this.appointments.openReAssessment(principal, id));
  }

  /** 续聘, by another person than the one who opened the re-assessment. */
  @Post(':id/renew')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personOf)
  @Access(own('agency-reviewer', 'agency-admin'))
  async renew(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AppointmentView> {
    return appointmentView(await this.appointments.renew(principal, id));
  }

  /** 解聘, with the reason. */
  @Post(':id/end')
  @HttpCode(200)
  @Idempotent()
  @ShowsPersons(personOf)
  @Access(own('agency-admin'))
  async end(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonDto,
  ): Promise<AppointmentView> {
    return appointmentView(await this.appointments.end(principal, id, reason));
  }
}
