import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound, NotPermitted } from '../../kernel/refusal.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, Fields } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { addressWith, listRequest, placeAsked, type TypedQuery } from '../../web/list-request.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import type { FlowRow } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { FlowsService } from './flows.service.js';
import type { Outcome } from '../../legal-basis/rules/engine/outcome.js';
import { asideCard, flowCard } from './flow-card.js';
import { NewFlow, recordStartedFrom } from './flow.forms.js';
import { OutcomesQueries, type Tally } from './outcomes.queries.js';
import { OwnFlow } from './own-flow.js';

/** The data flows of a scheme, and the first step of a new one. */
@ApiExcludeController()
@Controller('deployments/:key/data-flows')
export class SchemeFlowsPages {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly flows: FlowsQueries,
    private readonly service: FlowsService,
    private readonly outcomes: OutcomesQueries,
    private readonly own: OwnFlow,
  ) {}

  @Get()
  @Requires('read', DataFlow)
  @NarrowedBy('after', 'aside')
  async list(@Acting() actor: Actor, @Param('key') key: string, @Query() query: TypedQuery): Promise<Page> {
    const detail = await this.found(actor, key);
    const [{ items, next }, aside] = await Promise.all([
      this.flows.ofDeployment(actor, detail.id, listRequest(query)),
      this.flows.putAsideOf(actor, detail.id, {
        ...listRequest({}),
        after: placeAsked(query, 'aside'),
      }),
    ]);
    const tallies = await this.tallies(actor, items);
    const at = `/deployments/${detail.key}`;
    return new Page('data-sharing/recording/views/flows.njk', {
      title: 'Data flows',
      caption: detail.title,
      back: { href: at, text: detail.title },
      at,
      fictional: detail.fictional,
      flows: items.map((row) => flowCard(row, tallies.get(row.id))),
      next: next === null ? null : addressWith(`${at}/data-flows`, { after: next }),
      aside: {
        drafts: aside.items.map(asideCard),
        next: aside.next === null ? null : addressWith(`${at}/data-flows`, { aside: aside.next }),
      },
      mayDraft: this.own.mayDraft(actor, ledBy(detail)),
    });
  }

  @Get('new')
  @Requires('draft', DataFlow)
  async choose(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return choosePage(await this.toDraft(actor, key), NewFlow.asked());
  }

  @Post()
  @Requires('draft', DataFlow)
  async draft(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const detail = await this.toDraft(actor, key);
    return submit(NewFlow, body, {
      act: async ({ startFrom, once }) => {
        const { id } = await this.service.draft(actor, detail.id, recordStartedFrom(startFrom), once);
        return new Redirect(`/data-flows/${id}`, 'A draft was made');
      },
      again: (asked) => choosePage(detail, asked),
    });
  }

  /** Stored for what is submitted; drafts are judged as they stand now. */
  private async tallies(actor: Actor, rows: readonly FlowRow[]): Promise<ReadonlyMap<Uuid, Tally>> {
    const submitted = rows.filter((row) => row.submitted).map(({ id }) => id);
    const drafts = rows.filter((row) => !row.submitted);
    const [stored, judged] = await Promise.all([
      this.outcomes.ofFlows(actor, submitted),
      Promise.all(drafts.map(({ id }) => this.service.judge(actor, id))),
    ]);
    return new Map([
      ...stored,
      ...drafts.map(({ id }, place) => [id, tallyOf(judged[place]?.results ?? [])] as const),
    ]);
  }

  private async found(actor: Actor, key: string): Promise<DeploymentDetail> {
    const detail = await this.deployments.one(actor, key);
    if (!detail || !this.own.mayRead(actor, ledBy(detail))) throw new NotFound();
    return detail;
  }

  private async toDraft(actor: Actor, key: string): Promise<DeploymentDetail> {
    const detail = await this.found(actor, key);
    if (!this.own.mayDraft(actor, ledBy(detail))) throw new NotPermitted();
    return detail;
  }
}

/** A deployment that no trust leads has flows of nobody. */
function ledBy({ id, leadOrganisationId }: DeploymentDetail) {
  return { deploymentId: id, organisationId: leadOrganisationId ?? id };
}

function tallyOf(results: readonly { readonly outcome: Outcome }[]): Tally {
  const tally: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of results) tally[outcome] = (tally[outcome] ?? 0) + 1;
  return tally;
}

function choosePage<F extends Fields>({ key, title }: DeploymentDetail, asked: Asked<F>): Page {
  const at = `/deployments/${key}/data-flows`;
  return new Page('data-sharing/recording/views/new.njk', {
    ...asked,
    title: 'Record a data flow',
    caption: title,
    action: at,
    back: { href: at, text: 'Data flows' },
  });
}
