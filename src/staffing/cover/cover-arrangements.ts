import { z } from 'zod';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { plural, sentenceList } from '../../web/words.js';
import { TeamPost } from '../posts/team-post.entity.js';
import { ABSENCES, ARRANGEMENTS, Cover } from './cover.entity.js';
import { CoverForm } from './cover.form.js';

/** Who does the work of a team in sickness, holidays, stress and vacancy; and whether one absence stops it. */
export const COVER_ARRANGEMENTS = entryKind({
  recorded: Cover,
  path: 'cover',
  singular: 'cover arrangement',
  plural: 'cover arrangements',
  heading: 'Who covers when somebody cannot work',
  lead: 'Who does the work in sickness, holidays and stress, and on how many days nobody did.',
  order: 21,
  bearsOn: ['SIM-WRK'],
  topics: ['TEAM'],
  alongside: [TeamPost],
  form: CoverForm,
  said: (values) => ({ ...values, ...storedAnswers(values, ['coveredBy', 'daysWithout', 'period']) }),
  out: z
    .object({
      reason: z.enum(wordsOf(ABSENCES)),
      arrangement: z.enum(wordsOf(ARRANGEMENTS)),
      coveredBy: z.string().nullable(),
      daysWithout: z.int().nullable(),
      period: z.string().nullable(),
    })
    .meta({ id: 'CoverOut' }),
  shown: (cover) => ({
    title: ABSENCES[cover.reason],
    lines: [
      { key: 'Who does the work', value: ARRANGEMENTS[cover.arrangement] },
      { key: 'Covered by', value: cover.coveredBy },
      {
        key: 'Days without anybody',
        value:
          cover.daysWithout === null ? 'Not counted' : `${String(cover.daysWithout)}, ${cover.period ?? ''}`,
      },
    ],
  }),
  together: (covers, _scheme, elsewhere) => coverTogether(covers, elsewhere.standing(TeamPost)),
});

/** Two people or fewer and nobody who covers: one absence, and the scheme has nobody or one. */
const FEW = 2;

function coverTogether(covers: readonly Cover[], posts: readonly TeamPost[]): ToldTogether {
  const silent = (['SICKNESS', 'HOLIDAY', 'STRESS'] as const).filter(
    (absence) => !covers.some(({ reason }) => reason === absence),
  );
  const covered = covers.filter(({ arrangement }) => arrangement.startsWith('ANOTHER'));
  const days = covers.reduce((sum, { daysWithout }) => sum + (daysWithout ?? 0), 0);
  const unanswered = silent.map(
    (absence) => `Nobody has said who does the work in case of ${ABSENCES[absence].toLowerCase()}.`,
  );
  const cautions = [
    ...singlePoint(covered, posts),
    ...(days > 0 ? [`On ${plural(days, 'day')} nobody did the work, as far as the trust has counted.`] : []),
  ];
  if (covers.length === 0) return { known: null, unanswered, cautions };
  const reasons = sentenceList(covered.map(({ reason }) => ABSENCES[reason].toLowerCase()));
  return {
    known:
      covered.length === 0
        ? 'The trust says that nobody covers.'
        : `The trust says that somebody covers in case of ${reasons}.`,
    unanswered,
    cautions,
  };
}

/** How many people stand in the team now, as far as it is said. */
function peopleIn(posts: readonly TeamPost[]): number | null {
  const now = posts.filter(({ ended }) => ended === null);
  if (now.length === 0 || now.some(({ people }) => people === null)) return null;
  return now.reduce((sum, { people }) => sum + (people ?? 0), 0);
}

function singlePoint(covered: readonly Cover[], posts: readonly TeamPost[]): readonly string[] {
  const people = peopleIn(posts);
  if (people === null || people > FEW || covered.length > 0) return [];
  return [
    `Single point of failure: ${plural(people, 'person', 'people')} in the team, and nobody is said to cover.`,
  ];
}
