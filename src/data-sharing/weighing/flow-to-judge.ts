import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { Asked } from '../../web/form/form.js';
import type { FlowDetail, StoredReport } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { JUDGING_POST_WORDS } from './judgement-in-words.js';
import { JUDGING_POSTS, StatedJudgement, type JudgingPost } from '../flow/stated-judgement.entity.js';
import { findingOf, judgingForm, reasonOf } from './judge-stated.form.js';
import { WeighingQueries } from './weighing.queries.js';
import { resultsToJudge, type ResultToJudge } from './results-to-judge.js';

/** A submitted version before somebody who may judge what it only states. */
export interface FlowToJudge {
  readonly flow: FlowDetail;
  readonly report: StoredReport;
  /** The posts in which the person judges; none when somebody else has to. */
  readonly posts: readonly JudgingPost[];
  /** Why the person cannot judge, where that needs saying. */
  readonly closedBecause: string | null;
  /** What nobody finds adequate first. */
  readonly results: readonly ResultToJudge[];
}

/** Finds submitted versions for those who judge what is only stated, with the words that they judge. */
@Injectable()
export class FlowsToJudge {
  constructor(
    private readonly flows: FlowsQueries,
    private readonly queries: WeighingQueries,
    private readonly access: Access,
  ) {}

  /** The version with its newest report. @throws NotFound for a draft, and for anybody who judges nothing of it. */
  async found(actor: Actor, id: string): Promise<FlowToJudge> {
    const flow = await this.flows.one(actor, id);
    const found = flow && (await this.toJudge(actor, flow));
    if (!found) throw new NotFound();
    return found;
  }

  /** The form of whoever judges this version, where they read it; null for those who judge nothing of it, or not now. */
  async askingOn(actor: Actor, flow: FlowDetail): Promise<ReturnType<typeof askingToJudge> | null> {
    const found = await this.toJudge(actor, flow);
    const [post] = found?.posts ?? [];
    return !found || post === undefined || found.results.length === 0 ? null : askingToJudge(found, post);
  }

  private async toJudge(actor: Actor, flow: FlowDetail): Promise<FlowToJudge | null> {
    const newest = flow.reports.at(-1);
    const posts = this.postsOf(actor, flow);
    if (!flow.submitted || !newest || posts.length === 0) return null;
    const [state, report] = await Promise.all([
      this.queries.stateOf(actor, flow.id),
      this.flows.report(actor, newest.id),
    ]);
    if (!state || !report) return null;
    const closedBecause = state.followed ? FOLLOWED : state.writtenByMe ? WROTE_IT : null;
    const results = resultsToJudge(flow, report);
    return { flow, report, posts: closedBecause === null ? posts : [], closedBecause, results };
  }

  private postsOf(actor: Actor, { organisationId, deploymentId }: FlowDetail): JudgingPost[] {
    return JUDGING_POSTS.filter((post) =>
      this.access.can(actor, 'judge', standIn(StatedJudgement, { organisationId, deploymentId, post })),
    );
  }
}

/** What a person is told who wrote or submitted the words. */
export const WROTE_IT =
  'You wrote or submitted words of this version or of one before it, so other people judge them.';
const FOLLOWED = 'A newer version is submitted, so the words to judge are there.';

/** The form as a page draws it: the macro `statedToJudge(asking, csrf)` of `data-sharing/weighing/views/stated.njk` takes it. */
export function askingToJudge({ flow, results }: FlowToJudge, post: JudgingPost, asked?: Asked) {
  const form = judgingForm(results);
  const { answers, issues } = asked ?? form.asked({ version: flow.judgements.length });
  return {
    ...{ form, answers, issues },
    action: `/data-flows/${flow.id}/judgements/${slugOf(post)}`,
    post: JUDGING_POST_WORDS[post],
    settled: results.filter(({ isOpen }) => !isOpen).length,
    results: results.map((result) => ({
      ...result,
      finding: form.field(findingOf(result.rule)),
      reason: form.field(reasonOf(result.rule)),
    })),
  };
}

/** A post in an address: `caldicott-guardian`. */
export function slugOf(post: JudgingPost): string {
  return post.toLowerCase().replaceAll('_', '-');
}
