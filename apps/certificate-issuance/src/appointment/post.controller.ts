import { Access, CurrentPrincipal, Idempotent, own, PageQuery, type Principal, supervised } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { postDetailView, PostDetailView, PostDto, PostPage, postView } from './appointment.dto.js';
import { PostService } from './post.service.js';

/** 岗位设置: how many 特级技师 and 首席技师 an employer may appoint. */
@Controller('posts')
export class PostController {
  constructor(@Inject(PostService) private readonly posts: PostService) {}

  /** Only an employer, and only in an occupation that has 高级技师. */
  @Post()
  @Idempotent()
  @Access(own('agency-clerk'))
  async propose(@CurrentPrincipal() principal: Principal, @Body() content: PostDto): Promise<PostDetailView> {
    return postDetailView(await this.posts.propose(principal, content));
  }

  @Get()
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<PostPage> {
    const page = await this.posts.list(principal, query);
    return { ...page, items: page.items.map(postView) };
  }

  @Get(':id')
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<PostDetailView> {
    return postDetailView(await this.posts.get(principal, id));
  }

  /** By another person of the employer than the clerk who proposed it. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Idempotent()
  @Access(own('agency-reviewer', 'agency-admin'))
  async confirm(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PostDetailView> {
    return postDetailView(await this.posts.confirm(principal, id));
  }

  /** 备案 of the plan. */
  @Post(':id/file')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  async file(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PostDetailView> {
    return postDetailView(await this.posts.file(principal, id));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  async refuse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PostDetailView> {
    return postDetailView(await this.posts.refuse(principal, id));
  }
}
