import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { webSettingsOf } from '../application.js';
import { AppModule } from '../app.module.js';
import type { Connection } from '../platform/database/reaching/connection.js';
import { asLongWork } from '../platform/database/waiting/time-limits.js';
import { openConnection } from '../platform/database/reaching/open-connection.js';
import { processVariables, readSettings } from '../platform/settings/read-settings.js';
import type { Settings } from '../platform/settings/settings.js';

/** Runs the work with the settings and a database connection, and lets go of both afterwards. */
export async function withConnection<T>(
  work: (settings: Settings, connection: Connection) => Promise<T>,
): Promise<T> {
  const settings = readSettings(processVariables());
  const { connection, close } = await openConnection(settings, 'console');
  try {
    return await asLongWork(() => work(settings, connection));
  } finally {
    await close();
  }
}

/** Runs the work with the whole of Candour but without serving, on a database that is already migrated. */
export async function withCandour<T>(work: (candour: INestApplicationContext) => Promise<T>): Promise<T> {
  return withConnection(async (settings, connection) => {
    const candour = await NestFactory.createApplicationContext(
      AppModule.on({ settings, connection, web: webSettingsOf(settings) }),
      {
        logger: ['error', 'fatal'],
        abortOnError: false,
      },
    );
    try {
      return await work(candour);
    } finally {
      await candour.close();
    }
  });
}
