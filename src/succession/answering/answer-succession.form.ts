import { newId } from '../../kernel/identifiers.js';
import { mustSaySomething } from '../../web/form/must-say-something.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText } from '../../web/form/kinds/text.js';
import { SUCCESSION_ANSWERS } from './succession-answer.entity.js';

const MISSING = {
  ended: 'Enter what ended',
  different: 'Enter what is different',
  people: 'Enter what became of the people',
} as const;

const LABELS = {
  ended: { label: 'If it does not follow, what ended?', called: 'What ended' },
  different: { label: 'If it does not follow, what is different now?', called: 'What is different' },
  people: {
    label: 'If it does not follow, what became of the people of the earlier scheme?',
    called: 'What became of the people',
  },
} as const;

/** What a trust answers where one scheme may go on in another: that it follows, or why not. */
export const AnswerSuccession = defineForm({
  id: 'AnswerSuccession',
  fields: {
    says: radios({
      label: 'Does the later scheme follow the earlier one?',
      called: 'Whether it follows',
      missing: 'Select whether it follows',
      hint: 'It follows where it took over people, staff, practices or records, whatever it is called.',
      choices: choicesOf(SUCCESSION_ANSWERS),
    }),
    ended: longText({
      ...LABELS.ended,
      hint: 'Needed if it does not follow. For example, which posts, meetings, plans and data flows of the earlier scheme.',
      max: 3000,
      optional: true,
    }),
    different: longText({
      ...LABELS.different,
      hint: 'Needed if it does not follow. What the later scheme does in other ways, although both share what is listed.',
      max: 3000,
      optional: true,
    }),
    people: longText({
      ...LABELS.people,
      hint: 'Needed if it does not follow. Together, never one by one: who supports them now, and how they were told. Name nobody.',
      max: 3000,
      optional: true,
    }),
    once: once(newId),
  },
  rules: ({ says, ended, different, people }) => {
    if (says === 'FOLLOWS') return [];
    const given = Object.entries({ ended, different, people }) as [
      keyof typeof MISSING,
      string | undefined,
    ][];
    return given.flatMap(([field, words = '']) => {
      if (words.trim() === '') return [{ field, text: MISSING[field] }];
      const text = mustSaySomething(words, LABELS[field]);
      return text === undefined ? [] : [{ field, text }];
    });
  },
});
