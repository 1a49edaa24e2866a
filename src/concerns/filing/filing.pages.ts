import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/requirement.js';
import { VISITOR } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Form } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { BrowserKeys } from '../admitting/browser-keys.js';
import { ReadersQueries } from '../admitting/readers.queries.js';
import { ChoicesQueries } from '../questions/choices.queries.js';
import { DraftsQueries } from './drafts.queries.js';
import { QUESTION_PAGES, type QuestionPage } from '../questions/question-page.js';
import { FilingSeed } from './filing-seed.js';
import { expiredPage, neutralPage } from './neutral-page.js';
import { addressAfter, addressBefore, pageAt, type Draft } from '../questions/page-order.js';

const WHY_OPEN = 'Anyone may file a concern, without an account and without saying who they are.';

/** One question a page, each saved in a draft that only the person's browser opens. Nothing here needs a script. */
@ApiExcludeController()
@Controller('answers')
export class FilingPages {
  constructor(
    private readonly keys: BrowserKeys,
    private readonly drafts: DraftsQueries,
    private readonly choices: ChoicesQueries,
    private readonly readers: ReadersQueries,
  ) {}

  @Get()
  @OpenToAll(WHY_OPEN)
  async start(@Req() request: FastifyRequest): Promise<Page> {
    const seed = await this.keys.seedOf(request);
    const draft = seed && (await this.drafts.read(seed));
    const closed = !(await this.readers.areThere());
    return neutralPage('start', { title: 'Tell us what happened', begun: draft !== null, closed });
  }

  @Get('online')
  @OpenToAll(WHY_OPEN)
  online(): Page {
    return neutralPage('online', {
      title: 'Keeping safe online',
      back: { href: '/answers' },
      headingInContent: true,
    });
  }

  @Post('begin')
  @OpenToAll(WHY_OPEN)
  async begin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Redirect> {
    await this.readers.mustBeThere();
    await this.keys.end({ request, reply });
    const seed = FilingSeed.fresh();
    await this.drafts.add(seed, {});
    this.keys.keepSeed(reply, seed);
    return new Redirect(`/answers/${QUESTION_PAGES[0]?.slug ?? ''}`);
  }

  @Post('delete')
  @OpenToAll(WHY_OPEN)
  async remove(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Redirect> {
    await this.keys.end({ request, reply });
    return new Redirect('/answers', 'What you typed was deleted');
  }

  @Get('help')
  @OpenToAll(WHY_OPEN)
  help(): Page {
    return neutralPage('help', { title: 'Get help now', back: { href: '/answers/now' } });
  }

  @Get(':slug')
  @OpenToAll(WHY_OPEN)
  async ask(@Req() request: FastifyRequest, @Param('slug') slug: string, @Query('then') then: unknown) {
    const page = found(slug);
    const seed = await this.keys.seedOf(request);
    if (!seed) return new Redirect('/answers');
    const draft = await this.drafts.read(seed);
    if (!draft) return new Redirect('/answers/check');
    const form = await this.formOf(page);
    return this.show({ page, draft, then }, form.asked(standing(page, draft)));
  }

  @Post(':slug')
  @OpenToAll(WHY_OPEN)
  async answer(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ) {
    const { slug } = request.params as { readonly slug: string };
    const { then } = request.query as { readonly then?: unknown };
    const page = found(slug);
    if (await this.keys.gaveBack(request)) return expiredPage();
    const seed = (await this.keys.seedOf(request)) ?? FilingSeed.fresh();
    return submit(await this.formOf(page), body, {
      act: async (values) => {
        const draft = await this.drafts.add(seed, values);
        if (!draft) return expiredPage();
        this.keys.keepSeed(reply, seed);
        return new Redirect(onwards(slug, draft, then));
      },
      again: async (asked) => this.show({ page, draft: (await this.drafts.read(seed)) ?? {}, then }, asked),
    });
  }

  private async formOf({ slug, form }: QuestionPage): Promise<Form> {
    return slug === 'where' ? form.offering({ organisationId: await this.choices.trusts(VISITOR) }) : form;
  }

  private show(
    { page, draft, then }: { page: QuestionPage; draft: Draft; then: unknown },
    asked: Asked,
  ): Page {
    const { slug, title, lead = [] } = page;
    const checking = then === 'check';
    return neutralPage('question', {
      ...asked,
      title: title ?? asked.form.drawn[0]?.wording.label,
      headingInContent: title === undefined,
      step: QUESTION_PAGES.indexOf(page) + 1,
      lead,
      action: `/answers/${slug}${checking ? '?then=check' : ''}`,
      back: { href: checking ? '/answers/check' : addressBefore(slug, draft) },
    });
  }
}

function found(slug: string): QuestionPage {
  const page = pageAt(slug);
  if (!page) throw new NotFound();
  return page;
}

/** What was answered before; the answer to each question about consent stands at no until it is changed. */
function standing({ form, slug }: QuestionPage, draft: Draft): Draft {
  const given = form.drawn.map(({ name }) => [name, draft[name]] as const);
  const no = slug.startsWith('sharing') ? false : undefined;
  return Object.fromEntries(given.map(([name, answer]) => [name, answer ?? no]));
}

function onwards(slug: string, draft: Draft, then: unknown): string {
  if (slug === 'now' && (draft['danger'] === 'yes' || draft['danger'] === 'not-sure')) return '/answers/help';
  const opensReach = slug === 'replies' && addressAfter('replies', draft) === '/answers/reach';
  return then === 'check' && !opensReach ? '/answers/check' : addressAfter(slug, draft);
}
