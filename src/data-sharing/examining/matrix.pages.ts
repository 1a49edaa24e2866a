import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires, RequiresSignIn } from '../../access/requirement.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../web/list-request.js';
import { capitalised, day } from '../../web/words.js';
import { CitationsService } from '../citations/citations.service.js';
import { flowUnderReview } from '../data-sharing.policy.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { RULE_GROUPS, ruleGroups } from '../../legal-basis/rules/rule-groups.js';
import { RULE_KINDS } from '../../legal-basis/rules/engine/rule.js';
import { outcomes } from '../../legal-basis/rules/engine/outcome.js';
import { ExaminingQueries, type MatrixFlow } from './examining.queries.js';
import { filterFrom, foundResults, matrixRows, type MatrixFilter } from './matrix.js';

const FLOWS_A_PAGE = 10;

/** Data flows for reviewers and auditors: which schemes have them, and one scheme's flows by groups of rules. */
@ApiExcludeController()
@Controller()
export class MatrixPages {
  constructor(
    private readonly queries: ExaminingQueries,
    private readonly deployments: DeploymentsQueries,
    private readonly citations: CitationsService,
    private readonly access: Access,
  ) {}

  @Get('examined-flows')
  @Requires('examine', DataFlow)
  @NarrowedBy('after')
  async schemes(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const { items, next } = await this.queries.schemes(actor, listRequest(query));
    return new Page('data-sharing/examining/views/examined-schemes.njk', {
      title: 'Data flows to examine',
      rows: items.map(({ key, title, flows, newest }) => [
        { href: `/deployments/${key}/data-sharing/matrix`, text: title },
        flows,
        day(newest),
      ]),
      next: next && addressWith('/examined-flows', { after: next }),
    });
  }

  @Get('deployments/:key/data-sharing/matrix')
  @RequiresSignIn()
  @NarrowedBy('outcome', 'group', 'kind', 'after')
  async matrix(@Acting() actor: Actor, @Param('key') key: string, @Query() query: TypedQuery): Promise<Page> {
    const deployment = await this.deployments.one(actor, key);
    if (!deployment || !this.access.can(actor, 'examine', flowUnderReview(deployment.id)))
      throw new NotFound();
    const [{ items, next }, checked] = await Promise.all([
      this.queries.matrix(actor, deployment.id, { ...listRequest(query), limit: FLOWS_A_PAGE }),
      this.citations.inWords(actor),
    ]);
    const filter = filterFrom(query);
    const at = `/deployments/${deployment.key}/data-sharing`;
    return new Page('data-sharing/examining/views/matrix.njk', {
      title: 'Data flows rule by rule',
      caption: deployment.title,
      wide: true,
      back: { href: at, text: 'How people’s records are shared' },
      at: `${at}/matrix`,
      flows: items.map(columnOf),
      rows: matrixRows(items, filter).map((row) => ({
        ...row,
        href: `${addressWith(`${at}/matrix`, { ...filter, group: row.group, after: typedIn(query, 'after') })}#found`,
      })),
      found: foundResults(items, filter, checked),
      isNarrowed: Object.values(filter).some((part) => part !== undefined),
      filters: filtersOf(filter),
      next: next && addressWith(`${at}/matrix`, { ...filter, after: next }),
    });
  }
}

function columnOf({ id, title, version, report, judgedAnew }: MatrixFlow) {
  const href = `/examined-flows/${id}`;
  return {
    href,
    title,
    version,
    label: report.label,
    on: report.madeOn,
    later: judgedAnew.map((one) => ({ ...one, href: `${href}?report=${one.id}` })),
  };
}

function filtersOf({ outcome, group, kind }: MatrixFilter) {
  const any = (text: string, chosen: string | undefined) => ({
    value: '',
    text,
    selected: chosen === undefined,
  });
  return {
    outcome: [
      any('Any result', outcome),
      ...outcomes.map(({ code, label }) => ({ value: code, text: label, selected: code === outcome })),
    ],
    group: [
      any('Every group', group),
      ...ruleGroups().map((code) => ({ value: code, text: RULE_GROUPS[code], selected: code === group })),
    ],
    kind: [
      any('Law, code and policy', kind),
      ...Object.entries(RULE_KINDS).map(([value, text]) => ({
        value,
        text: capitalised(text),
        selected: value === kind,
      })),
    ],
  };
}
