import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { CitationsService } from '../citations/citations.service.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { ReviseFlow, TakeFlowUp } from './flow.forms.js';
import { stands, type FlowDetail, type VersionRow } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { FlowsService } from './flows.service.js';
import { differencesBetween } from '../showing/differences.js';
import { draftPage, keptPage } from './flow-page.js';
import { OwnFlow } from './own-flow.js';

/** One version of a data flow: its list of tasks while its trust can mend it, and what it says from then on. */
@ApiExcludeController()
@Controller('data-flows/:id')
export class FlowPages {
  constructor(
    private readonly own: OwnFlow,
    private readonly flows: FlowsQueries,
    private readonly service: FlowsService,
    private readonly citations: CitationsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', DataFlow)
  async show(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const flow = await this.own.found(actor, id);
    const today = this.clock.today();
    if (this.own.isMendable(actor, flow)) {
      const [judged, checked, documents] = await Promise.all([
        this.service.judge(actor, flow.id),
        this.citations.inWords(actor),
        this.own.documents(actor, flow),
      ]);
      const standing = { judged, today, checked, documents };
      return new Page('data-sharing/recording/views/draft.njk', draftPage(flow, standing));
    }
    const newest = flow.reports.at(-1);
    const [report, checked, documents] = await Promise.all([
      newest ? this.flows.report(actor, newest.id) : null,
      this.citations.inWords(actor),
      this.own.documents(actor, flow),
    ]);
    const judged = report ?? (await this.service.judge(actor, flow.id));
    return new Page('data-sharing/recording/views/kept.njk', {
      ...keptPage(flow, report, { judged, today, checked, documents }),
      mayFollow: this.own.isFollowable(actor, flow),
      maySign: this.own.maySign(actor, flow),
      ...(this.own.mayTakeUp(actor, flow) && {
        mayTakeUp: true,
        ...TakeFlowUp.asked({ version: flow.revision }),
      }),
    });
  }

  @Get('differences/:other')
  @Requires('read', DataFlow)
  async differences(@Acting() actor: Actor, @Param() at: { id: string; other: string }): Promise<Page> {
    const [flow, other] = await Promise.all([this.own.found(actor, at.id), this.own.found(actor, at.other)]);
    if (flow.seriesId !== other.seriesId) throw new NotFound();
    const [older, newer] = flow.version < other.version ? [flow, other] : [other, flow];
    return new Page('data-sharing/recording/views/differences.njk', {
      title: `What changed from version ${String(older.version)} to version ${String(newer.version)}`,
      caption: newer.title,
      wide: true,
      back: { href: `/data-flows/${flow.id}`, text: newer.title },
      reason: newer.replacesId === older.id ? newer.replacesReason : null,
      names: [`Version ${String(older.version)}`, `Version ${String(newer.version)}`],
      found: differencesBetween(older.content, newer.content),
    });
  }

  @Get('new-version')
  @Requires('revise', DataFlow)
  async askWhy(@Acting() actor: Actor, @Param('id') id: string): Promise<Page | Redirect> {
    const flow = await this.own.toChange(actor, id);
    const next = followerOf(flow);
    if (next !== null && !stands(next)) return leadTo(next);
    return this.own.isFollowable(actor, flow) ? whyPage(flow, ReviseFlow.asked()) : this.show(actor, id);
  }

  @Post('new-version')
  @Requires('revise', DataFlow)
  async revise(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const flow = await this.own.toChange(actor, id);
    const next = followerOf(flow);
    if (next) return leadTo(next);
    return submit(ReviseFlow, body, {
      act: async ({ reason }) => {
        const made = await this.service.revise(actor, flow.id, reason);
        return new Redirect(
          `/data-flows/${made.id}`,
          'A new version was made, with everything in it as it was',
        );
      },
      again: (asked) => whyPage(flow, asked),
    });
  }
}

/** The version that was begun after this one, whether it stands or is put aside. */
function followerOf(flow: FlowDetail): VersionRow | null {
  return flow.versions.find(({ version }) => version === flow.version + 1) ?? null;
}

function leadTo(next: VersionRow): Redirect {
  return new Redirect(
    `/data-flows/${next.id}`,
    stands(next)
      ? 'There is a newer version already: this is it'
      : 'A new version was begun before and is put aside: this is it. Take it up again to go on with it',
  );
}

function whyPage(flow: FlowDetail, asked: Asked<FieldsOf<typeof ReviseFlow>>): Page {
  return new Page('data-sharing/recording/views/new-version.njk', {
    ...asked,
    title: 'Make a new version',
    caption: flow.title,
    version: flow.version,
    action: `/data-flows/${flow.id}/new-version`,
    back: { href: `/data-flows/${flow.id}`, text: flow.title },
  });
}
