import { Access, CurrentPrincipal, oneself, type Principal } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { BindingView, bindingView, ClaimDto } from './binding.dto.js';
import { BindingService } from './binding.service.js';

/** 绑定: which person the signed-in account is. */
@Controller('my/binding')
@Access(oneself('candidate'))
export class BindingController {
  constructor(@Inject(BindingService) private readonly bindings: BindingService) {}

  @Get()
  async current(@CurrentPrincipal() principal: Principal): Promise<BindingView> {
    return bindingView(await this.bindings.current(principal));
  }

  /** Proof by two facts and the code on the certificate. The same again changes nothing. */
  @Put()
  async bind(@CurrentPrincipal() principal: Principal, @Body() claim: ClaimDto): Promise<BindingView> {
    return bindingView(await this.bindings.bind(principal, claim));
  }

  /** 解除绑定: also ends every extract. */
  @Post('release')
  @HttpCode(200)
  async release(@CurrentPrincipal() principal: Principal): Promise<BindingView> {
    await this.bindings.release(principal);
    return bindingView(null);
  }
}
