import { z } from 'zod';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { day, plural, sentenceList } from '../../web/words.js';
import { ENDORSEMENT_SORTS, Endorsement } from './endorsement.entity.js';
import { EndorsementForm } from './endorsement.form.js';

/** Awards, accelerators and programmes that endorsed a scheme, with what they claimed and on what. */
export const ENDORSEMENTS = entryKind({
  recorded: Endorsement,
  path: 'endorsements',
  singular: 'endorsement',
  plural: 'endorsements',
  heading: 'Who endorsed it',
  lead: 'Awards, accelerators, national programmes and statements: what each claimed, on which evidence, and whether it was taken back. An endorsement is not evidence.',
  order: 11,
  bearsOn: ['SIM-GOV', 'SIM-EVD'],
  topics: ['ENDORSEMENT', 'MEMBERSHIP'],
  form: EndorsementForm,
  said: (values) => ({ ...values, ...storedAnswers(values, ['evidence', 'takenBack']) }),
  out: z
    .object({
      endorser: z.string(),
      sort: z.enum(wordsOf(ENDORSEMENT_SORTS)),
      claimed: z.string(),
      evidence: z.string().nullable(),
      endorsed: z.string(),
      takenBack: z.string().nullable(),
    })
    .meta({ id: 'EndorsementOut' }),
  shown: ({ endorser, sort, claimed, evidence, endorsed, takenBack }) => ({
    title: `${endorser}, ${day(endorsed)}`,
    lines: [
      { key: 'How', value: ENDORSEMENT_SORTS[sort] },
      { key: 'What it claimed', value: claimed },
      { key: 'Evidence cited', value: evidence ?? 'Not said' },
      { key: 'Taken back', value: takenBack === null ? null : day(takenBack) },
    ],
  }),
  together: endorsementsTogether,
});

function endorsementsTogether(endorsements: readonly Endorsement[]): ToldTogether {
  const standing = endorsements.filter(({ takenBack }) => takenBack === null);
  const bare = endorsements.filter(({ evidence }) => evidence === null);
  if (endorsements.length === 0)
    return { known: null, unanswered: ['Nobody has said who endorsed it, or that nobody did.'] };
  return {
    known: `The trust says that it was endorsed by ${sentenceList([...new Set(endorsements.map(({ endorser }) => endorser))])}${standing.length === endorsements.length ? '' : `; ${plural(endorsements.length - standing.length, 'endorsement')} taken back`}.`,
    unanswered: bare.map(({ endorser }) => `Nobody has said which evidence ${endorser} cited.`),
    happened: endorsements.flatMap(({ endorser, endorsed, takenBack }) => [
      { when: endorsed, what: `Endorsed by ${endorser}`, planned: false },
      ...(takenBack === null
        ? []
        : [{ when: takenBack, what: `${endorser} takes its endorsement back`, planned: false }]),
    ]),
  };
}
