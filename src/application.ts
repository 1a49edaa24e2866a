import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyServerOptions } from 'fastify';
import type { DestinationStream } from 'pino';
import { AppModule } from './app.module.js';
import { RequestAuthentication } from './identity/sessions/request-authentication.js';
import type { Clock } from './kernel/clock.js';
import type { Connection } from './platform/database/reaching/connection.js';
import { SchemaWatch } from './platform/database/schema/schema-watch.js';
import { isAnsweredIn } from './platform/requests/matched-route.js';
import { Worker } from './platform/jobs/worker.js';
import { Observations } from './platform/observing/observations.js';
import { jsonLog, JsonLog } from './platform/logging/json-log.js';
import { deriveKey } from './platform/settings/derived-keys.js';
import type { Settings } from './platform/settings/settings.js';
import { describeApi } from './web/api/describe-api.js';
import { assetsFolder } from './web/assets/prepared-assets.js';
import { equipWeb } from './web/equip.js';
import { observeRequests } from './web/guard/observed-requests.js';
import { serverOptions } from './web/server-options.js';
import { webSettings, type WebSettings } from './web/web-settings.js';

/** Where people file: nothing at all is logged about a request to these places, because a time could unmask a person. */
const INTAKE_PATHS = [
  ...['/answers', '/leave', '/api/v1/concerns', '/tell-of-a-scheme', '/api/v1/suggestions'],
  ...['/ask-about-a-halt', '/api/v1/public-questions'],
];

/** What a browser asks for on the way there, or of a page there: it tells the same time. */
const BESIDE_INTAKE = [
  ...['/', '/assets', '/help-now', '/ways-to-complain'],
  ...['/accessibility', '/privacy', '/cookies'],
];

/** Where people file and follow concerns: whoever looks over their shoulder sees nothing of what it is about. */
const DISCREET_PATHS = ['/answers'];

/** What a supervisor asks, and what error pages are dressed with, is answered whatever state the database is in. */
const ASKED_IN_ANY_STATE = ['/health', '/assets'];

/** Whoever leaves need not be known, and leaves whatever state the database is in. */
const WAY_OUT = ['/leave'];

/** What a test may want to be otherwise: what time it is, and where the lines of the log go. */
export interface Beside {
  readonly clock?: Clock | undefined;
  readonly lines?: DestinationStream | undefined;
}

/** The whole application, equipped and at work on its jobs, ready to listen. The database must be migrated. */
export async function createApplication(
  settings: Settings,
  connection: Connection,
  { clock, lines }: Beside = {},
): Promise<NestFastifyApplication> {
  const web = webSettingsOf(settings);
  const log = jsonLog(settings, lines);
  const adapter = new FastifyAdapter({
    ...serverOptions(web),
    trustProxy: proxiesTrusted(settings),
    loggerInstance: log,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.on({ settings, web, connection }, clock),
    adapter,
    { logger: settings.logLevel === 'silent' ? false : new JsonLog(log), abortOnError: false },
  );
  await equipWeb(app, web);
  observeRequests(app, web);
  const schema = app.get(SchemaWatch);
  const door = app.get(RequestAuthentication);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      if (isAnsweredIn(WAY_OUT, request)) return;
      if (!isAnsweredIn(ASKED_IN_ANY_STATE, request)) schema.admit();
      await door.authenticate(request);
    });
  describeApi(app);
  try {
    await app.init();
    await app.get(Observations).start();
    await app.get(Worker).start();
    return app;
  } catch (fault) {
    await app.close().catch(() => undefined);
    throw fault;
  }
}

/** What the pages need to know of the settings. */
export function webSettingsOf(settings: Settings): WebSettings {
  return webSettings({
    publicUrl: new URL(settings.publicUrl),
    cookieSecret: deriveKey(settings, 'cookies of forms and notices').toString('base64url'),
    assetsFolder: assetsFolder(`${settings.folder}/assets`),
    unloggedPaths: [...INTAKE_PATHS, ...BESIDE_INTAKE],
    discreetPaths: DISCREET_PATHS,
    keepsPublicPages: settings.mode === 'production',
    standing: settings,
  });
}

/** A number says how many proxies stand before Candour; anything else names them. */
function proxiesTrusted({ trustProxy }: Settings): NonNullable<FastifyServerOptions['trustProxy']> {
  return typeof trustProxy === 'number' ? (_, hop) => hop < trustProxy : trustProxy;
}
