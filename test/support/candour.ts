import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';
import { webSettingsOf } from '../../src/application.js';
import { AppModule } from '../../src/app.module.js';
import type { Clock } from '../../src/kernel/clock.js';
import { livingOnOwnDays } from './days-of-its-own.js';
import { templateDatabase, type TestDatabase } from './server.js';
import { testSettings } from './settings.js';

/** The whole of Candour on a database of the test's own, without serving; and the owner's way past every wall. */
export interface CandourOnDatabase {
  readonly candour: INestApplicationContext;
  readonly database: TestDatabase;
  /** A superuser's connection: to arrange what cannot happen, and to look behind the scenes. */
  readonly superuser: Client;
  readonly close: () => Promise<void>;
}

/** Boots Candour on a fresh database. */
export async function candourOnDatabase(clock?: Clock): Promise<CandourOnDatabase> {
  const database = await templateDatabase();
  const superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  if (clock) await livingOnOwnDays(superuser);
  const settings = testSettings();
  const { connection } = database;
  const candour = await NestFactory.createApplicationContext(
    AppModule.on({ settings, connection, web: webSettingsOf(settings) }, clock),
    {
      logger: false,
      abortOnError: false,
    },
  );
  const close = async (): Promise<void> => {
    await candour.close();
    await superuser.end();
    await database.drop();
  };
  return { candour, database, superuser, close };
}
