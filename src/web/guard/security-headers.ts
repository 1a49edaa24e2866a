import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { isAnsweredIn } from '../../platform/requests/matched-route.js';
import { servedByHttps, type WebSettings } from '../web-settings.js';

/**
 * Headers that make a browser run only our own script and style, frame us nowhere, tell no other site where a
 * visitor came from, and keep nothing unless a page says otherwise.
 */
export async function sendSecurityHeaders(app: NestFastifyApplication, settings: WebSettings): Promise<void> {
  const https = servedByHttps(settings);
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    hsts: https && { maxAge: 63_072_000, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
      if (isAnsweredIn(['/docs'], request)) allowInlineStyle(reply);
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      done();
    });
}

/** Swagger UI writes styles into its own page and draws with data images; it shows nothing personal, and its scripts stay ours. */
function allowInlineStyle(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy'));
  reply.header(
    'content-security-policy',
    policy
      .replace(/style-src [^;]+/, "style-src 'self' 'unsafe-inline'")
      .replace(/img-src [^;]+/, "img-src 'self' data:"),
  );
}
