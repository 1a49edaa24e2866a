import type { FastifyReply, FastifyRequest } from 'fastify';
import { servedByHttps, type WebSettings } from '../web-settings.js';

/** Keeps a sentence for the next page, in a signed cookie that lives for a minute. */
export function leaveNotice(reply: FastifyReply, notice: string, settings: WebSettings): void {
  reply.setCookie(cookieName(settings), encodeURIComponent(notice.slice(0, 400)), {
    ...place(settings),
    signed: true,
    maxAge: 60,
  });
}

/** The sentence left for this page, once; anything this service did not sign is no notice. */
export function takeNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: WebSettings,
): string | undefined {
  const cookie = request.cookies[cookieName(settings)];
  if (cookie === undefined) return undefined;
  reply.clearCookie(cookieName(settings), place(settings));
  const { valid, value } = request.unsignCookie(cookie);
  return valid ? decodeURIComponent(value) : undefined;
}

function cookieName(settings: WebSettings): string {
  return servedByHttps(settings) ? '__Host-notice' : 'notice';
}

function place(settings: WebSettings) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: servedByHttps(settings) } as const;
}
