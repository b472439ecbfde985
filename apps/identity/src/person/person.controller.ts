import {
  Access,
  CONFIG,
  CurrentPrincipal,
  Idempotent,
  own,
  PageQuery,
  RecordsItself,
  ShowsPersons,
  type Principal,
} from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import type { IdentityConfig } from '../identity-config.js';
import { InvitationView, InviteDto, PersonPage, PersonView, RolesDto } from './person.dto.js';
import { PersonService, type Invited, type KnownPerson } from './person.service.js';

/** The people of the own organisation. */
@Controller('people')
@Access(own('agency-admin'))
@RecordsItself()
export class PersonController {
  constructor(
    @Inject(PersonService) private readonly people: PersonService,
    @Inject(CONFIG) private readonly config: IdentityConfig,
  ) {}

  @Get()
  @ShowsPersons((page: PersonPage) => page.items.map(({ id }) => `account/${id}`))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<PersonPage> {
    const page = await this.people.list(principal, query);
    return { ...page, items: page.items.map(personView) };
  }

  /** Invites a person. The code in the answer is shown once: a repeat with the same key gets `idempotency/done`. */
  @Post()
  @Idempotent({ keepsAnswer: false })
  async invite(@CurrentPrincipal() principal: Principal, @Body() body: InviteDto): Promise<InvitationView> {
    return this.invitationView(await this.people.invite(principal, body));
  }

  /** Ends the person's sessions, and the way in. */
  @Post(':id/disable')
  @HttpCode(200)
  async disable(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return personView(await this.people.disable(principal, id));
  }

  @Post(':id/enable')
  @HttpCode(200)
  async enable(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return personView(await this.people.enable(principal, id));
  }

  /** In place of the roles the person has; ends the person's sessions. */
  @Put(':id/roles')
  async setRoles(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RolesDto,
  ): Promise<PersonView> {
    return personView(await this.people.setRoles(principal, id, body.roles));
  }

  /** 忘记密码或手机丢失: ends sessions, forgets password and second factor, and gives a new invitation code. */
  @Post(':id/reset')
  @HttpCode(200)
  async reset(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<InvitationView> {
    return this.invitationView(await this.people.reset(principal, id));
  }

  private invitationView({ person, invitation }: Invited): InvitationView {
    return {
      person: personView(person),
      invitationCode: invitation.code,
      invitationUrl: `${this.config.PUBLIC_URL.replace(/\/+$/, '')}/oidc/invitation`,
      invitationExpiresAt: invitation.expiresAt.toISOString(),
    };
  }
}

function personView({ createdAt, invitationExpiresAt, ...person }: KnownPerson): PersonView {
  return {
    ...person,
    createdAt: createdAt.toISOString(),
    ...(invitationExpiresAt ? { invitationExpiresAt: invitationExpiresAt.toISOString() } : {}),
  };
}
