import type { Uuid } from '../../kernel/identifiers.js';
import { Page } from '../../web/answer/page.js';
import { isLocalPath, Redirect } from '../../web/answer/redirect.js';
import type { Asked, Form } from '../../web/form/form.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { type ShownGroup, draftReport } from '../showing/report-shown.js';
import type { AskedTogether } from './asked-together.js';

/** A draft with what the rules say of it, which of them may be explained together, and the form that asks. */
export interface ToSubmit {
  readonly flow: FlowDetail;
  readonly results: readonly RuleResult[];
  readonly together: readonly AskedTogether[];
  readonly form: Form;
}

/**
 * Where a button leads that keeps what was typed and does not submit, which says it below the flow, such as
 * `assertions/0#art6`; null for the one that submits.
 */
export function stepAfterKeeping(flowId: Uuid, body: unknown): Redirect | null {
  if (typeof body !== 'object' || body === null || !('keep' in body)) return null;
  const at = `/data-flows/${flowId}`;
  const path = typeof body.keep === 'string' && body.keep !== '' ? `${at}/${body.keep}` : at;
  return new Redirect(isLocalPath(path) ? path : at, 'Your explanations are kept with the draft');
}

/** The page on which a trust explains what its draft does not show, and submits it. */
export function submitPage({ flow, results, together }: ToSubmit, asked: Asked): Page {
  const at = `/data-flows/${flow.id}`;
  return new Page('data-sharing/submitting/views/submit.njk', {
    ...asked,
    title: 'Explain and submit',
    caption: flow.title,
    back: flow.deployment.published ? null : { href: at, text: 'All pages of this flow' },
    action: `${at}/submit`,
    below: `${at}/`,
    isFollowing: flow.replacesId !== null,
    isPublic: flow.deployment.published,
    stated: results.filter(({ outcome }) => outcome === 'STATED').length,
    explaining: asked.form.drawn.length - together.length - 1,
    scheme: `/deployments/${flow.deployment.key}`,
    ...explainedIn(draftReport(flow, results), together, asked),
  });
}

/** The rules of the form: one by one under the group of the report that each is in, and page by page those that are asked together. */
function explainedIn(
  groups: readonly ShownGroup[],
  together: readonly AskedTogether[],
  { form, answers }: Asked,
) {
  const shared = new Map(together.flatMap((group) => group.rules.map((rule) => [rule, group.name])));
  const asked = (group: ShownGroup) =>
    group.results.filter(({ rule }) => form.drawn.some(({ name }) => name === rule));
  const all = groups.flatMap(asked);
  return {
    explained: groups
      .map((group) => ({
        title: group.key === 'mend' ? 'Not shown' : 'Not known',
        results: asked(group).filter(({ rule }) => !shared.has(rule)),
      }))
      .filter(({ results }) => results.length > 0),
    together: together.map(({ name, title, rules }) => ({
      name,
      title,
      isSaid: rules.some((rule) => (answers[rule] ?? '') !== ''),
      results: all.filter(({ rule }) => shared.get(rule) === name),
    })),
  };
}
