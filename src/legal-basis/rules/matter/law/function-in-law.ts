import type { Provision, ProvisionKind } from '../../../provisions/provision.js';
import { isDataProtection } from '../../reading/law/generalities.js';
import { reachOf } from '../assertions.js';
import { lawReliedOn } from './law-relied-on.js';
import type { AssertionMatter } from '../matter.js';
import type { Verdict } from '../verdict.js';

const GIVES_A_TASK: readonly ProvisionKind[] = ['duty', 'power', 'order', 'general-cooperation'];

/** What an assertion shows of the law that gives the task or function it relies on. */
export function functionInLaw(matter: AssertionMatter): Verdict {
  const { functionLaw, functionCitation } = matter.assertion;
  return lawReliedOn(
    functionLaw,
    functionCitation,
    { does: givesTask, none: 'none is cited', says: 'which law gives the task' },
    reachOf(matter),
  );
}

/** Whether a law gives a body something to do. Data-protection law says how, and gives nobody a task. */
function givesTask({ kind, instrument }: Provision): boolean {
  return GIVES_A_TASK.includes(kind) && !isDataProtection(instrument);
}
