import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, mergeMap } from 'rxjs';
import type { WebSettings } from '../web-settings.js';
import { WEB_SETTINGS } from '../web.tokens.js';
import { Download } from './download.js';
import { leaveNotice } from './notice.js';
import { Page } from './page.js';
import { Pages } from './pages.js';
import { Redirect } from './redirect.js';

/** Turns what handlers return (`Page`, `Redirect`, `Download`) into responses; anything else passes unchanged. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly pages: Pages,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((answer) => this.respond(answer, request, reply)));
  }

  private async respond(answer: unknown, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    if (answer instanceof Page) return this.pages.render(answer, request, reply);
    if (answer instanceof Redirect) return this.redirect(answer, reply);
    if (answer instanceof Download) return download(answer, request, reply);
    return answer;
  }

  private redirect(answer: Redirect, reply: FastifyReply): string {
    if (answer.notice !== undefined) leaveNotice(reply, answer.notice, this.settings);
    reply.code(303).header('location', answer.path).header('cache-control', 'no-store');
    return '';
  }
}

/** The sandbox keeps a browser that shows the file in spite of everything from running any of it here. */
function download(
  answer: Download,
  request: FastifyRequest,
  reply: FastifyReply,
): string | Buffer | StreamableFile {
  if (isHeld(answer, request, reply)) return '';
  reply
    .code(200)
    .type(answer.mediaType)
    .header('content-disposition', answer.disposition)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', keeping(answer));
  const { content } = answer;
  return typeof content === 'string' || Buffer.isBuffer(content) ? content : new StreamableFile(content);
}

/** What never changes need not be sent again to whoever shows that they have it (RFC 9110 §13.1.2). */
function isHeld({ keeping: kept }: Download, request: FastifyRequest, reply: FastifyReply): boolean {
  if (kept === null) return false;
  const etag = `"${kept.etag}"`;
  reply.header('etag', etag);
  const held = request.headers['if-none-match'] ?? '';
  if (!held.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*'))
    return false;
  reply.code(304);
  return true;
}

function keeping({ keeping: kept }: Download): string {
  if (kept === null) return 'no-store';
  return `public, max-age=${String(kept.seconds)}${kept.changes === true ? '' : ', immutable'}`;
}
