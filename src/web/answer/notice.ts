import type { FastifyReply, FastifyRequest } from 'fastify';
import { SiteCookies } from '../../platform/cookies/site-cookies.js';
import type { WebSettings } from '../web-settings.js';

const A_MINUTE = 60_000;

/** Keeps a sentence for the next page, in a signed cookie that is believed for a minute. */
export function leaveNotice(reply: FastifyReply, notice: string, { publicUrl }: WebSettings): void {
  const sentence = encodeURIComponent(notice.slice(0, 400));
  const kept = reply.signCookie(`${String(Date.now() + A_MINUTE)}.${sentence}`);
  new SiteCookies(publicUrl).give(reply, 'notice', kept);
}

/** The sentence left for this page, once; anything this service did not sign within the last minute is no notice. */
export function takeNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  { publicUrl }: WebSettings,
): string | undefined {
  const cookies = new SiteCookies(publicUrl);
  const kept = cookies.read(request, 'notice');
  if (kept === undefined) return undefined;
  cookies.takeBack(reply, 'notice');
  const { valid, value } = request.unsignCookie(kept);
  const [, until, sentence] = /^(\d+)\.(.*)$/.exec(valid ? value : '') ?? [];
  return sentence !== undefined && Number(until) > Date.now() ? decodeURIComponent(sentence) : undefined;
}
