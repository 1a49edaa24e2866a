import { z } from 'zod';
import type { Field, Sent } from '../../web/form/field.js';
import { Form } from '../../web/form/form.js';
import { checkboxes } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import { lawPickSchema, type LawPick } from '../../legal-basis/record/answers/law-picks.js';
import { picksOf } from '../questions/law-lines.js';
import type { LawPlace } from './law-place.js';
import { faultOfPick, keptPick, picksTyped, typedPicks } from './typed-picks.js';

/** What a page on which law is picked asks: the picks, and which typed words they replace. */
export function pickLawForm({ field, words }: LawPlace) {
  return new Form({
    id: 'PickLaw',
    fields: {
      picks: picksField(field.meaning),
      replaced: replacedField(words),
      version: version(),
    },
  });
}

/** Words that somebody else took away meanwhile need no removing: they are not taken for a wrong answer. */
function replacedField(words: LawPlace['words']) {
  const field = checkboxes({
    label: 'Which words do the picks replace?',
    hint: 'Words that you tick are removed when you save.',
    optional: true,
    choices: words.map(({ path, meaning, text }) => ({ value: path, label: meaning, hint: text })),
  });
  return {
    ...field,
    read: (sent: Sent) =>
      field.read(() => [sent()].flat().filter((path) => words.some((one) => one.path === path))),
  };
}

function picksField(label: string): Field<z.ZodType<readonly LawPick[]>> {
  return {
    kind: 'drawn-by-page',
    wording: { label, optional: true },
    look: {},
    schema: z.array(lawPickSchema),
    read: (sent) => {
      const typed = typedPicks(sent);
      const answer = typed.map(keptPick);
      const fault = typed.map(faultOfPick).find((one) => one !== undefined);
      return fault === undefined ? { answer, value: picksTyped(typed) } : { answer, fault };
    },
    retype: (value) =>
      picksOf(value).map(({ provisionId, why }) =>
        keptPick({ provisionId: provisionId ?? '', why: why ?? '' }),
      ),
  };
}
