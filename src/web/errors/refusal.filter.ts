import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newTimelessId } from '../../kernel/identifiers.js';
import { type Refusal, SignInNeeded, TooMany, Unavailable, Unprocessable } from '../../kernel/refusal.js';
import { faultRecord } from '../../platform/logging/fault-record.js';
import { addressOf, FOR_PROGRAMS, looksLike, routeOf } from '../../platform/requests/matched-route.js';
import { Page } from '../answer/page.js';
import { Pages } from '../answer/pages.js';
import type { WebSettings } from '../web-settings.js';
import { isUnlogged } from '../guard/quiet-log.js';
import { requestLine } from '../guard/request-ids.js';
import { WEB_SETTINGS } from '../web.tokens.js';
import { asRefusal } from './as-refusal.js';
import { Refusals } from './refusals.js';
import { keptText } from './kept-text.js';
import { problemOf, problemOfFault } from './problem.js';

/**
 * The one place where something thrown becomes an answer: a page for people, a problem document (RFC 9457) for
 * programs under `/api/`. A refusal says its sentence; a fault is logged under a reference and says only that.
 */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log = new Logger('Fault');

  constructor(
    private readonly pages: Pages,
    private readonly refusals: Refusals,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const refusal = asRefusal(thrown);
    const reference = newTimelessId();
    const line = { reference, ...requestLine(request, this.settings) };
    if (!refusal) this.log.error({ ...line, ...faultRecord(thrown) });
    else if (refusal.cause !== undefined) this.log.warn({ ...line, ...faultRecord(refusal.cause) });
    if (refusal && !isUnlogged(request, this.settings))
      await this.refusals.tell(refusal, request, `${request.method} ${routeOf(request) ?? ''}`);
    try {
      await (refusal ? this.refuse(refusal, request, reply) : this.fail(reference, request, reply));
    } catch (fault) {
      this.log.error({ ...line, ...faultRecord(fault) });
      await reply.code(500).type('text/plain; charset=utf-8').send(problemOfFault(reference).detail);
    }
  }

  private async refuse(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (refusal instanceof TooMany || refusal instanceof Unavailable)
      reply.header('retry-after', String(refusal.retryAfterSeconds));
    if (isForPrograms(request)) return this.sendProblem(problemOf(refusal), reply);
    if (refusal instanceof SignInNeeded && request.method === 'GET') return this.toSignIn(request, reply);
    const issues = refusal instanceof Unprocessable ? refusal.issues : [];
    await this.sendPage(refusal, { issues }, request, reply);
  }

  private async fail(reference: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const problem = problemOfFault(reference);
    if (isForPrograms(request)) return this.sendProblem(problem, reply);
    await this.sendPage(problem, { issues: [] }, request, reply);
  }

  private async sendPage(
    shown: Pick<Refusal, 'status' | 'title' | 'detail'>,
    model: { readonly issues: Unprocessable['issues'] },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { status, title, detail } = shown;
    const page = new Page(
      'web/errors/refusal.njk',
      {
        ...model,
        ...(looksLike(this.settings.discreetPaths, request) && {
          neutral: true,
          exit: true,
          tabTitle: 'Your answers',
        }),
        status,
        title,
        detail,
        kept: keptText(request),
        signIn: status === 401 && this.settings.signInPath,
      },
      { status },
    );
    await reply.send(await this.rendered(page, request, reply));
  }

  private async rendered(page: Page, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    try {
      return await this.pages.render(page, request, reply);
    } catch {
      return this.pages.renderForNobody(page, request, reply);
    }
  }

  private async sendProblem(problem: { readonly status: number }, reply: FastifyReply): Promise<void> {
    const document = JSON.stringify(problem);
    await reply.code(problem.status).type('application/problem+json').send(document);
  }

  private async toSignIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const back = encodeURIComponent(addressOf(request));
    await reply.code(303).header('location', `${this.settings.signInPath}?return=${back}`).send('');
  }
}

function isForPrograms(request: FastifyRequest): boolean {
  return looksLike(FOR_PROGRAMS, request);
}
