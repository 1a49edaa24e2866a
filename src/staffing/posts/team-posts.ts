import { z } from 'zod';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { knownDate } from '../../web/form/kinds/partial-date.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { plural, sentenceList, stretch } from '../../web/words.js';
import { POSTS, RECORD_ACCESSES, TeamPost, VETTINGS } from './team-post.entity.js';
import { TeamPostForm } from './team-post.form.js';

/** Who works in a scheme: posts, their hours, vetting and access to records. */
export const TEAM_POSTS = entryKind({
  recorded: TeamPost,
  path: 'posts',
  singular: 'team post',
  plural: 'team posts',
  heading: 'Who works in it',
  lead: 'Posts of the team, agency by agency, with hours, vetting, access to records, training and supervision. Never a name.',
  order: 20,
  bearsOn: ['SIM-WRK', 'SIM-POL'],
  topics: ['TEAM'],
  form: TeamPostForm,
  said: (values) => ({
    ...values,
    ...storedAnswers(values, ['people', 'training', 'supervision', 'ended']),
    began: knownDate(values.began ?? 'not-sure'),
  }),
  out: z
    .object({
      agency: z.string(),
      post: z.enum(wordsOf(POSTS)),
      wholeTimeEquivalent: z.number().meta({ description: 'Parts of a full working week.' }),
      people: z.int().nullable().meta({ description: '0 while it is vacant.' }),
      employer: z.string(),
      vetting: z.enum(wordsOf(VETTINGS)),
      recordAccess: z.enum(wordsOf(RECORD_ACCESSES)),
      training: z.string().nullable(),
      supervision: z.string().nullable(),
      began: z.string().nullable(),
      ended: z.string().nullable(),
    })
    .meta({ id: 'TeamPostOut' }),
  shown: (post) => ({
    title: `${POSTS[post.post]}, ${post.agency}`,
    lines: [
      { key: 'Whole-time equivalent', value: String(post.wholeTimeEquivalent) },
      {
        key: 'Held by',
        value:
          post.people === 0
            ? 'Nobody: it is vacant'
            : post.people === null
              ? null
              : plural(post.people, 'person', 'people'),
      },
      { key: 'Employer', value: post.employer },
      { key: 'Vetting', value: VETTINGS[post.vetting] },
      { key: 'Access to records', value: RECORD_ACCESSES[post.recordAccess] },
      { key: 'Training', value: post.training ?? 'Not said' },
      { key: 'Supervision', value: post.supervision ?? 'Not said' },
      { key: 'When', value: stretch(post.began, post.ended) },
    ],
  }),
  together: postsTogether,
});

function postsTogether(posts: readonly TeamPost[]): ToldTogether {
  const now = posts.filter(({ ended }) => ended === null);
  const happened = posts.flatMap(({ post, agency, began, ended }) => [
    ...(began === null
      ? []
      : [{ when: began, what: `Post begins: ${POSTS[post]}, ${agency}`, planned: false }]),
    ...(ended === null
      ? []
      : [{ when: ended, what: `Post ends: ${POSTS[post]}, ${agency}`, planned: false }]),
  ]);
  if (posts.length === 0)
    return { known: null, unanswered: ['Nobody has said which posts work in the scheme.'], happened };
  const police = now.filter(({ post }) => post === 'POLICE_OFFICER' || post === 'POLICE_STAFF');
  const vacant = now.filter(({ people }) => people === 0);
  return {
    known: `The trust says that ${plural(now.length, 'post')} ${now.length === 1 ? 'works' : 'work'} in it, ${plural(police.length, 'police post')} among them.`,
    unanswered: [
      ...missing(now, ({ training }) => training, 'training'),
      ...missing(now, ({ supervision }) => supervision, 'supervision'),
    ],
    cautions:
      vacant.length === 0
        ? []
        : [`Vacant: ${sentenceList(vacant.map(({ post, agency }) => `${POSTS[post]} (${agency})`))}.`],
    happened,
  };
}

function missing(
  posts: readonly TeamPost[],
  said: (post: TeamPost) => string | null,
  what: string,
): readonly string[] {
  const silent = posts.filter((post) => said(post) === null).length;
  return silent === 0
    ? []
    : [`Nobody has said which ${what} ${plural(silent, 'post')} ${silent === 1 ? 'has' : 'have'}.`];
}
