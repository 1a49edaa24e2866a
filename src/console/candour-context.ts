import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
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

/**
 * Runs the work with the whole of Candour but without serving, on a database that is already migrated. All of it is
 * loaded only here, because what needs no more than the connection is to be refused or done at once.
 */
export async function withCandour<T>(work: (candour: INestApplicationContext) => Promise<T>): Promise<T> {
  return withConnection(async (settings, connection) => {
    const [{ AppModule }, { webSettingsOf }] = await Promise.all([
      import('../app.module.js'),
      import('../application.js'),
    ]);
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
