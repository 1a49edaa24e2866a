import fc from 'fast-check';
import { addDays } from '../../src/kernel/days/calendar-day.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { NOTICE_KIND_CODES, type NoticeKind } from '../../src/notices/notice-kinds.js';
import { everyNotice } from '../support/every-notice.js';
import { EVERYBODY, toldNow } from '../support/notices.js';
import { pastTheLedger, reviewWorld, type Part, type ReviewWorld } from '../support/reviews.js';

const POSTS: readonly Part[] = ['submitter', 'guardian', 'officer', 'executive'];
const TRUST: readonly Part[] = ['submitter', 'executive'];
const GROUPS: readonly Part[] = ['group', 'stranger'];
const LEADS: readonly Part[] = ['lead', 'otherLead'];
const PANEL: readonly Part[] = ['first', 'lived', 'lead'];

type Line = readonly [
  round: string,
  kind: NoticeKind,
  day: string,
  who: readonly Part[] | Part,
  until?: string,
];

/**
 * Worked by hand: in which round, of what, on which day of 2026, who. Bank holidays counted: 4 and 25 May. What warns of a day
 * is told until that day. The stranger speaks for a group that was asked and said nothing; the handler signs for the police.
 */
const EXPECTED: readonly Line[] = [
  ...[...'AM'].map((round): Line => [round, 'STATEMENTS_OPEN', round === 'A' ? '06-08' : '06-01', GROUPS]),
  ...[...'DEF'].map((round): Line => [round, 'STATEMENTS_OPEN', '05-01', GROUPS]),
  ...[...'GHJK'].map((round): Line => [round, 'STATEMENTS_OPEN', '04-20', GROUPS]),
  ...[...'DEF'].map((round): Line => [round, 'ASKED', '05-01', POSTS]),
  ...[...'GHJK'].map((round): Line => [round, 'ASKED', '04-20', POSTS]),
  ['A', 'ASKED', '06-08', POSTS],
  ['A', 'ACKNOWLEDGEMENT_SOON', '06-11', POSTS],
  ['A', 'ANSWER_REMINDER', '06-08', POSTS],
  ['B', 'STATEMENTS_OPEN', '05-29', GROUPS],
  ['B', 'ASKED', '05-29', POSTS],
  ['B', 'ACKNOWLEDGEMENT_SOON', '06-03', POSTS, '06-05'],
  ['B', 'ACKNOWLEDGEMENT_OVERDUE', '06-06', POSTS],
  ['B', 'ANSWER_REMINDER', '06-01', POSTS],
  ['B', 'ANSWER_SOON', '06-11', POSTS],
  ['B', 'ASSIGNED', '06-01', 'lead'],
  ['C', 'STATEMENTS_OPEN', '05-18', GROUPS],
  ['C', 'ASKED', '05-18', POSTS],
  ['C', 'ASSIGNED', '05-18', 'lead'],
  ['C', 'ANSWER_REMINDER', '05-22', POSTS, '06-08'],
  ['C', 'ANSWER_SOON', '06-04', POSTS, '06-08'],
  ['C', 'ANSWER_OVERDUE', '06-09', POSTS],
  ['C', 'AWAITED_ANSWER_OVERDUE', '06-09', 'lead'],
  ['C', 'PUBLICATION_SOON', '06-08', 'lead', '06-10'],
  ['C', 'PUBLICATION_OVERDUE', '06-11', 'lead'],
  ['D', 'ASSIGNED', '05-04', PANEL],
  ['D', 'READY_TO_SCORE', '05-20', ['first', 'lived']],
  ['D', 'SCORES_REMINDER', '06-01', 'first'],
  ['D', 'SCORES_SOON', '06-11', 'first'],
  ...[1, 2, 3].map((): Line => ['D', 'INFORMATION_ASKED', '05-26', TRUST]),
  ['D', 'INFORMATION_SOON', '06-11', TRUST],
  ['D', 'INFORMATION_SOON', '06-04', TRUST, '06-08'],
  ['D', 'INFORMATION_OVERDUE', '06-09', TRUST],
  ['D', 'AWAITED_INFORMATION_OVERDUE', '06-09', PANEL],
  ['D', 'INFORMATION_ANSWERED', '06-03', PANEL],
  ['E', 'ASSIGNED', '05-04', 'first'],
  ['E', 'INTERESTS_DECIDED', '05-05', 'first'],
  ['E', 'READY_TO_SCORE', '05-20', 'first'],
  ['E', 'SCORES_REMINDER', '05-22', 'first', '06-08'],
  ['E', 'SCORES_SOON', '06-04', 'first', '06-08'],
  ['E', 'SCORES_OVERDUE', '06-09', 'first'],
  ['F', 'ASSIGNED', '05-04', [...PANEL, 'otherLead', 'stranger']],
  ['F', 'ASSIGNED', '06-03', 'second'],
  ['F', 'READY_TO_SCORE', '05-20', ['first', 'lived']],
  ['F', 'SCORED', '06-02', [...PANEL, 'otherLead']],
  ['F', 'AGREEMENT_WAITS', '06-03', ['first', 'lived']],
  ['F', 'AGREEMENT_SOON', '06-11', 'first'],
  ['F', 'SECOND_WAITS', '06-04', 'otherLead'],
  ['F', 'SECOND_WAITS', '06-05', 'lead'],
  ['G', 'REPLY_OPEN', '06-01', [...POSTS, 'group']],
  ['G', 'REPLY_SOON', '06-11', [...POSTS, 'group']],
  ['G', 'STATEMENTS_CLOSING', '06-01', 'stranger'],
  ['G', 'STATEMENT_SOON', '06-11', 'stranger'],
  ['G', 'REPLY_DECIDED', '06-05', POSTS],
  ['G', 'REPLY_DECIDED', '06-06', 'group'],
  ['H', 'ASSIGNED', '04-21', ['first', 'lead']],
  ['H', 'READY_TO_SCORE', '05-06', 'first'],
  ['H', 'SCORED', '05-11', ['first', 'lead']],
  ['H', 'REPLY_OPEN', '05-15', POSTS],
  ['H', 'STATEMENTS_CLOSING', '05-15', 'stranger'],
  ['H', 'SETTLED', '06-03', [...POSTS, 'first', 'lead']],
  ['H', 'PUBLICATION_SOON', '06-11', 'lead'],
  ['J', 'ASSIGNED', '04-21', 'lead'],
  ['J', 'ANSWER_REMINDER', '04-24', POSTS, '05-11'],
  ['J', 'ANSWER_SOON', '05-07', POSTS, '05-11'],
  ['J', 'ANSWER_OVERDUE', '05-12', POSTS],
  ['J', 'AWAITED_ANSWER_OVERDUE', '05-12', 'lead'],
  ['J', 'PUBLISHED', '06-04', [...POSTS, 'lead', 'stranger']],
  ['J', 'WITHDRAWN', '06-05', [...POSTS, 'lead']],
  ['K', 'ASSIGNED', '04-21', 'lead'],
  ['K', 'NOT_PUBLISHED', '06-04', [...POSTS, 'lead']],
  ['L', 'VOIDED', '06-04', [...POSTS, 'first']],
  ['M', 'ASKED', '06-01', POSTS],
  ['M', 'ACKNOWLEDGEMENT_SOON', '06-04', POSTS, '06-08'],
  ['M', 'ACKNOWLEDGEMENT_OVERDUE', '06-09', POSTS],
  ['M', 'ANSWER_REMINDER', '06-01', POSTS],
  ['M', 'ANSWER_SOON', '06-11', POSTS],
  ['M', 'SCHEME_NAMED', '06-02', TRUST],
  ['M', 'NAMING_ANSWERED', '06-04', LEADS],
  ['M', 'NAMING_DECIDED', '06-05', TRUST],
  ['M', 'PANEL_ACCEPTED', '06-05', 'otherLead'],
  ['M', 'DATE_MOVED', '06-05', POSTS],
  ['M', 'PARTNER_ASKED', '06-01', 'handler'],
  ...[1, 2].map((): Line => ['M', 'PARTNER_ASKED', '05-20', 'handler']),
  ['M', 'PARTNER_RETURN_SOON', '06-11', 'handler'],
  ['M', 'PARTNER_RETURN_SOON', '06-04', 'handler', '06-08'],
  ['M', 'PARTNER_RETURN_OVERDUE', '06-09', 'handler'],
  ['M', 'AWAITED_RETURN_OVERDUE', '06-09', LEADS],
  ['M', 'PARTNER_RETURNED', '06-03', LEADS],
  ['N', 'STATEMENTS_OPEN', '05-15', GROUPS],
  ['N', 'NIL_CHALLENGED', '06-03', [...TRUST, ...LEADS]],
  ['N', 'NIL_SET_ASIDE', '06-05', TRUST],
];

describe('Of every kind of event', () => {
  let world: ReviewWorld;
  let rounds: ReadonlyMap<Uuid, string>;

  beforeAll(async () => {
    world = await reviewWorld();
    rounds = await everyNotice(world);
  });

  afterAll(() => world.close());

  it('there is one at least in the table', () => {
    expect(NOTICE_KIND_CODES.filter((kind) => !EXPECTED.some((line) => line[1] === kind))).toEqual([]);
  });

  it('those are told whose time it starts or ends, and nobody else', async () => {
    world.clock.setTo('2026-06-12');
    await toldNow(world);
    expect(await told()).toEqual(expectedOn('2026-06-12', '2026-01-01'));
  });

  it('nobody is told before the day, nor of what happened before they joined, whatever they joined as', async () => {
    const someDay = fc.nat(55).map((days) => addDays('2026-04-18', days));
    await fc.assert(
      fc.asyncProperty(someDay, someDay, async (today, joined) => {
        await everybodyJoins(joined);
        world.clock.setTo(today);
        await toldNow(world);
        expect(await told()).toEqual(expectedOn(today, joined));
        expect(await toldNow(world)).toBe(0);
      }),
      { numRuns: 40, seed: 13 },
    );
  });

  it('a reviewer or a lead who is assigned later is told of nothing that was before, though they held the role', async () => {
    await everybodyJoins('2026-01-01');
    await pastTheLedger(
      world.superuser,
      "UPDATE reviews.assignment SET assigned_on = '2026-06-10'; SELECT access.settle_everything()",
    );
    world.clock.setTo('2026-06-12');
    await toldNow(world);
    const ofReviews = (await told()).filter((line) =>
      /^[B-L] .* (first|second|lived|lead|otherLead)$/.test(line),
    );
    expect(ofReviews.filter((line) => !/ (ASSIGNED|SECOND_WAITS) /.test(line)).sort()).toEqual([
      'C PUBLICATION_OVERDUE 2026-06-11 lead',
      'D SCORES_SOON 2026-06-11 first',
      'F AGREEMENT_SOON 2026-06-11 first',
      'H PUBLICATION_SOON 2026-06-11 lead',
    ]);
  });

  async function everybodyJoins(day: string): Promise<void> {
    await pastTheLedger(
      world.superuser,
      `UPDATE identity.membership SET granted_on = '${day}'; DELETE FROM notices.notice`,
    );
  }

  async function told(): Promise<readonly string[]> {
    const { rows } = await world.superuser.query<{ round: Uuid; person: Uuid; kind: string; day: string }>(
      'SELECT round_id AS round, person_id AS person, kind, happened_on::text AS day FROM notices.notice',
    );
    const parts = new Map(EVERYBODY.map((part) => [world.personId(part), part]));
    return rows
      .map(({ round, person, kind, day }) => `${rounds.get(round)} ${kind} ${day} ${parts.get(person)}`)
      .sort();
  }
});

function expectedOn(today: string, joined: string): readonly string[] {
  return EXPECTED.filter(([, , day, , until]) => {
    const on = `2026-${day}`;
    return on <= today && on >= joined && (until === undefined || today <= `2026-${until}`);
  })
    .flatMap(([round, kind, day, who]) => [who].flat().map((part) => `${round} ${kind} 2026-${day} ${part}`))
    .sort();
}
