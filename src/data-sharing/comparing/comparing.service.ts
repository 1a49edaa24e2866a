import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { compareReports, type Comparison } from './compare-reports.js';

/** Finds two stored reports of one flow, or of two of its versions, and compares them. */
@Injectable()
export class ComparingService {
  constructor(private readonly flows: FlowsQueries) {}

  /** @throws NotFound unless both reports are about versions of this flow that the actor may see. */
  async compare(
    actor: Actor,
    flowId: string,
    [first, second]: readonly [string, string],
  ): Promise<{ readonly flow: FlowDetail; readonly comparison: Comparison }> {
    const [flow, one, other] = await Promise.all([
      this.flows.one(actor, flowId),
      this.flows.report(actor, first),
      this.flows.report(actor, second),
    ]);
    if (!flow || !one || !other) throw new NotFound();
    const ids = flow.versions.map(({ id }) => id);
    if (!ids.includes(one.flowId) || !ids.includes(other.flowId)) throw new NotFound();
    return { flow, comparison: compareReports(one, other) };
  }
}
