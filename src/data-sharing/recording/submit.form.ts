import type { Field } from '../../web/form/field.js';
import { Form, type Fields } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';
import { needsExplanation, type Explanations } from '../judging/explanations.js';
import type { RuleResult } from '../rules/engine/evaluate.js';

const MOST_CHARACTERS = 4000;

/** One text for each rule that asks for an explanation, named by the rule, and the version that the person saw. */
export function explanationsForm(results: readonly RuleResult[]): Form {
  const texts = results
    .filter(needsExplanation)
    .map((result): [string, Field] => [result.rule, textFor(result)]);
  const fields: Fields = { ...Object.fromEntries(texts), version: version() };
  return new Form({ id: 'SubmitFlowPage', fields });
}

/** The explanations among the values of that form. */
export function explanationsIn(values: Readonly<Record<string, unknown>>): Explanations {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function textFor({ rule, message, outcome }: RuleResult): Field {
  const asked = longText({
    label: message,
    called: `The explanation for ${rule}`,
    missing:
      outcome === 'UNKNOWN'
        ? `Answer what ${rule} asks, or explain why it is not known`
        : `Mend what ${rule} asks for, or explain why the record does not show it`,
    max: MOST_CHARACTERS,
    rows: 3,
  });
  return { ...asked, wording: { label: message } };
}
