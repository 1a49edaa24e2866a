import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import files from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Environment } from 'nunjucks';
import { SiteCookies } from '../platform/cookies/site-cookies.js';
import { refuseForeignForms } from './guard/foreign-forms.js';
import { refuseOddAddresses } from './guard/odd-addresses.js';
import { logQuietly } from './guard/quiet-log.js';
import { returnRequestIds } from './guard/request-ids.js';
import { beginQuietly } from './guard/unroutable.js';
import { sendSecurityHeaders } from './guard/security-headers.js';
import { readUploads } from './guard/uploads.js';
import { serveExit } from './quick-exit.js';
import { warm } from './templates.js';
import type { WebSettings } from './web-settings.js';
import { TEMPLATES } from './web.tokens.js';

/**
 * Equips the server: headers, cookies, tokens against foreign forms, uploads, compression, assets and the quick exit.
 * Call it once, after the application is created with `serverOptions` and before it listens.
 */
export async function equipWeb(app: NestFastifyApplication, settings: WebSettings): Promise<void> {
  const cookies = new SiteCookies(settings.publicUrl);
  beginQuietly(app, settings);
  returnRequestIds(app, settings);
  logQuietly(app);
  await sendSecurityHeaders(app, settings);
  await app.register(cookie, { secret: settings.cookieSecret });
  await app.register(csrf, {
    cookieKey: cookies.nameOf('form'),
    cookieOpts: { ...cookies.attributes, signed: true },
    logLevel: 'debug',
  });
  refuseOddAddresses(app);
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await readUploads(app, settings);
  refuseForeignForms(app, settings);
  await serveAssets(app, settings);
  serveExit(app, settings);
  warm(app.get<Environment>(TEMPLATES));
}

async function serveAssets(app: NestFastifyApplication, settings: WebSettings): Promise<void> {
  await app.register(files, {
    root: settings.assetsFolder,
    prefix: '/assets/',
    index: false,
    decorateReply: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  });
}
