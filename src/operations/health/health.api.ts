import { Controller, Get, HttpCode } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenToAll } from '../../access/requirement.js';
import { Unavailable } from '../../kernel/refusal.js';
import { Connection } from '../../platform/database/connection.js';
import { pendingMigrations } from '../../platform/database/migrate.js';

/** Tells a supervisor whether the process lives, and whether it can do its work. It says nothing else. */
@ApiExcludeController()
@Controller('health')
export class HealthApi {
  private migrated = false;

  constructor(private readonly connection: Connection) {}

  @Get('live')
  @OpenToAll('a supervisor asks without signing in')
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'alive' };
  }

  /** 200 once every migration has run and PostgreSQL answers; 503 until then. */
  @Get('ready')
  @OpenToAll('a supervisor asks without signing in')
  @HttpCode(200)
  async ready(): Promise<{ status: string }> {
    this.migrated ||= await this.allMigrationsRan();
    if (!this.migrated) throw new Unavailable('The database is not ready.');
    return { status: 'ready' };
  }

  private async allMigrationsRan(): Promise<boolean> {
    return pendingMigrations(this.connection.ownerUrl).then(
      (waiting) => !waiting,
      () => false,
    );
  }
}
