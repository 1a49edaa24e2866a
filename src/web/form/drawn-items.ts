import { capitalised } from '../words.js';
import type { TypedAnswer, Choice, FieldLook } from './field.js';

/** Items for the radios and checkboxes of the design system; a choice that stands alone comes after "or". */
export function choiceItems(choices: readonly Choice[]): readonly object[] {
  return choices.flatMap<object>(({ value, label, hint, alone, key }) => {
    const item = {
      ...{ value, text: label },
      ...(hint !== undefined && { hint: { text: hint } }),
      ...(key !== undefined && { attributes: { accesskey: key } }),
    };
    return alone === true ? [{ divider: 'or' }, { ...item, behaviour: 'exclusive' }] : [item];
  });
}

/** Items for a list that opens; the first stands for no answer. */
export function selectItems(choices: readonly Choice[]): readonly object[] {
  return [
    { value: '', text: 'Select an answer' },
    ...choices.map(({ value, label }) => ({ value, text: label })),
  ];
}

/** The three boxes of a date, as they were filled in; only the box at fault is marked, or all of them. */
export function dateItems(
  name: string,
  answer: TypedAnswer | undefined,
  issue: { readonly part?: string } | undefined,
  look: FieldLook,
): readonly object[] {
  const typed = typeof answer === 'object' && 'year' in answer ? answer : { day: '', month: '', year: '' };
  return (['day', 'month', 'year'] as const).map((part) => ({
    name: `${name}-${part}`,
    id: `${name}-${part}`,
    label: capitalised(part),
    value: typed[part],
    width: part === 'year' ? 4 : 2,
    error: issue !== undefined && (issue.part ?? part) === part,
    ...(look.autocomplete !== undefined && { autocomplete: `${look.autocomplete}-${part}` }),
  }));
}
