import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import nunjucks from 'nunjucks';
import { addressOf } from '../../platform/requests/matched-route.js';
import type { Assets } from '../assets/prepared-assets.js';
import { type Contribution, LayoutContext } from '../layout/layout-context.js';
import { standingShown } from '../layout/standing-shown.js';
import type { WebSettings } from '../web-settings.js';
import { ASSETS, TEMPLATES, WEB_SETTINGS } from '../web.tokens.js';
import { takeNotice } from './notice.js';
import type { Page } from './page.js';
import { typedInVain } from './typed-in-vain.js';

/** Renders pages inside the layout, and says who may keep them. */
@Injectable()
export class Pages {
  constructor(
    @Inject(TEMPLATES) private readonly templates: nunjucks.Environment,
    @Inject(ASSETS) private readonly assets: Assets,
    @Inject(WEB_SETTINGS) private readonly settings: WebSettings,
    private readonly layout: LayoutContext,
  ) {}

  /** The page as HTML; the status and headers of the reply are set to match. */
  async render(page: Page, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    return this.renderIn(await this.layout.of(request), page, request, reply);
  }

  /** The page as a visitor whom nobody knows sees it: for the error page when finding out who asks is what failed. */
  renderForNobody(page: Page, request: FastifyRequest, reply: FastifyReply): string {
    return this.renderIn({ visitor: { signedIn: false }, navigation: [], unread: 0 }, page, request, reply);
  }

  private renderIn(
    { visitor, navigation, unread }: Required<Contribution>,
    page: Page,
    request: FastifyRequest,
    reply: FastifyReply,
  ): string {
    const notice = takeNotice(request, reply, this.settings);
    let token: string | undefined;
    const csrf = (): nunjucks.runtime.SafeString => tokenField((token ??= reply.generateCsrf()));
    const model = {
      assets: this.assets,
      leaveTo: this.settings.leaveTo,
      ...standingShown(this.settings.standing),
      path: addressOf(request).split('?', 1)[0],
      visitor,
      navigation,
      unreadNotices: unread,
      notice,
      cspNonce: reply.cspNonce.script,
      ...page.model,
      csrf,
    };
    const html = this.renderAll(page, model);
    const personal = token !== undefined || visitor.signedIn || notice !== undefined;
    const seconds = personal || !this.settings.keepsPublicPages ? 0 : page.cacheSeconds;
    reply.code(page.status).type('text/html; charset=utf-8').header('cache-control', keeping(seconds));
    if (!personal) reply.header('vary', 'cookie, accept-encoding');
    return html;
  }

  private renderAll({ template, model }: Page, context: object): string {
    const html = this.templates.render(template, context);
    const unshown = typedInVain(model, html);
    return unshown.length === 0 ? html : this.templates.render(template, { ...context, unshown });
  }
}

function keeping(seconds: number): string {
  return seconds === 0 ? 'no-store' : `public, max-age=${String(seconds)}`;
}

/** Every form of a page carries the same token: a first visit has no secret yet, and each new token would make another. */
function tokenField(token: string): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(`<input type="hidden" name="_csrf" value="${token}">`);
}
