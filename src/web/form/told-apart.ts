import { Form, type FormIssue } from './form.js';

/** Faults as the summary at the top of a page lists them: where several say the same words, each names its question. */
export function toldApart(issues: readonly FormIssue[], form: unknown): readonly FormIssue[] {
  if (!(form instanceof Form)) return issues;
  return issues.map((issue) => {
    const isAlone = issues.filter(({ text }) => text === issue.text).length === 1;
    const label = form.drawn.find(({ name }) => name === issue.field)?.wording.label;
    return isAlone || label === undefined ? issue : { ...issue, text: `${issue.text}: ${label}` };
  });
}
