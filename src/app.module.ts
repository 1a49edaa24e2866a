import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { IdentityModule } from './identity/identity.module.js';
import type { Clock } from './kernel/clock.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { OrganisationsModule } from './organisations/organisations.module.js';
import type { Connection } from './platform/database/connection.js';
import { PlatformModule } from './platform/platform.module.js';
import type { Settings } from './platform/settings/settings.js';

/** The table of contents, in reading order: what a scheme is, what is recorded about it, its review, and what people say. */
@Module({})
export class AppModule {
  /** The whole of Candour on these settings and this database. */
  static on(settings: Settings, connection: Connection, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(settings, connection, clock),
        IdentityModule,
        AccessModule,
        LedgerModule,
        OrganisationsModule,
      ],
    };
  }
}
