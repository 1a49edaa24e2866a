import type { Field } from '../../web/form/field.js';
import { Form, type Fields } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';
import { plural } from '../../web/words.js';
import { needsExplanation } from '../../legal-basis/explanations.js';
import type { RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import type { AskedTogether } from './asked-together.js';

const MOST_CHARACTERS = 4000;

/**
 * One text for each rule that asks for an explanation, named by the rule, one for each group of rules that may be
 * explained together, and the version that the person saw.
 */
export function explanationsForm(
  results: readonly RuleResult[],
  together: readonly AskedTogether[] = [],
): Form {
  const grouped = new Set(together.flatMap(({ rules }) => rules));
  const texts = results
    .filter(needsExplanation)
    .map((result): [string, Field] => [result.rule, textFor(result, grouped.has(result.rule))]);
  const shared = together.map((group): [string, Field] => [group.name, sharedText(group)]);
  const fields: Fields = { ...Object.fromEntries([...texts, ...shared]), version: version() };
  return new Form({
    id: 'SubmitFlowPage',
    fields,
    rules: (values) =>
      together.flatMap(({ name, title, rules }) =>
        values[name] !== undefined || rules.every((rule) => values[rule] !== undefined)
          ? []
          : [{ field: name, text: `Explain what is not known under “${title}”, or answer its questions` }],
      ),
  });
}

/** The same texts while they are only kept with the draft: any of them may be missing. */
export function explanationsSoFarForm(asked: Form): Form {
  const texts = asked.drawn.filter(({ kind }) => kind === 'long-text');
  const fields = texts.map(({ name, wording }): [string, Field] => [
    name,
    longText({ ...wording, called: 'The explanation', max: MOST_CHARACTERS, optional: true }),
  ]);
  const all: Fields = { ...Object.fromEntries(fields), version: version() };
  return new Form({ id: 'KeepExplanationsPage', fields: all });
}

function sharedText({ title, rules }: AskedTogether): Field {
  const label = `Why is this not known? One explanation for ${title.toLowerCase()}`;
  const hint = `These words then stand beside each of the ${plural(rules.length, 'rule')} here that has none of its own.`;
  const called = `The explanation for ${title.toLowerCase()}`;
  const asked = longText({ label, called, hint, max: MOST_CHARACTERS, rows: 3, optional: true });
  return { ...asked, wording: { label, hint } };
}

function textFor({ rule, message, outcome }: RuleResult, isGrouped: boolean): Field {
  const asked = longText<boolean>({
    label: message,
    called: `The explanation for ${rule}`,
    missing:
      outcome === 'UNKNOWN'
        ? `Answer what ${rule} asks, or explain why it is not known`
        : `Mend what ${rule} asks for, or explain why the record does not show it`,
    max: MOST_CHARACTERS,
    rows: 3,
    optional: isGrouped,
  });
  return { ...asked, wording: { label: message } };
}
