import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenToAll } from '../../access/requirement.js';
import { Unavailable } from '../../kernel/refusal.js';
import { Readiness } from '../../platform/readiness/readiness.js';

/** Tells a supervisor whether the process lives, and whether it can do its work. It says nothing else. */
@ApiExcludeController()
@Controller('health')
export class HealthApi {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @OpenToAll('a supervisor asks without signing in')
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'alive' };
  }

  /** 200 while PostgreSQL answers with this version's schema, files can be kept and the keys be read; else 503. */
  @Get('ready')
  @OpenToAll('a supervisor asks without signing in')
  @HttpCode(200)
  async ready(): Promise<{ status: string }> {
    const faults = await this.readiness.faults();
    if (faults.length > 0) throw new Unavailable(faults.join(' '));
    return { status: 'ready' };
  }
}
