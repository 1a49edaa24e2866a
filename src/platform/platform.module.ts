import { join } from 'node:path';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, SystemClock } from '../kernel/clock.js';
import { Connection } from './database/reaching/connection.js';
import { Database } from './database/database.js';
import { openDatabase } from './database/reaching/open-database.js';
import { SchemaWatch } from './database/schema/schema-watch.js';
import { DiskFileStore } from './files/disk-file-store.js';
import { FileStore } from './files/file-store.js';
import { Worker } from './jobs/worker.js';
import { Postman } from './mail/postman.js';
import { Observations } from './observing/observations.js';
import { Readiness } from './readiness/readiness.js';
import { Settings } from './settings/settings.js';

/** The technology that every room stands on: settings, clock, database, files, jobs and mail. It knows no domain words. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  /** The platform for these settings and this database. */
  static on(settings: Settings, connection: Connection, clock: Clock = new SystemClock()): DynamicModule {
    const parts = [
      Settings,
      Connection,
      Clock,
      Database,
      FileStore,
      Worker,
      Postman,
      Readiness,
      SchemaWatch,
      Observations,
    ];
    return {
      module: PlatformModule,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: Connection, useValue: connection },
        { provide: Clock, useValue: clock },
        { provide: FileStore, useValue: new DiskFileStore(join(settings.folder, 'files')) },
        { provide: Database, useFactory: () => openDatabase(settings, connection) },
        ...[Worker, Postman, Readiness, SchemaWatch, Observations],
      ],
      exports: parts,
    };
  }

  /** Closes the connections last, after everything that uses them has stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
