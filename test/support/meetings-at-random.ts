import fc from 'fast-check';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { pastTheLedger, type ReviewWorld } from './reviews.js';

/** Where meetings are planted: rounds after the first hold words of every sort and wait, or not. */
export interface Planted {
  readonly reviewId: Uuid;
  readonly criteria: readonly string[];
  readonly assignments: readonly Uuid[];
  readonly round: number;
}

/** Scores, requests, proposals and words of every sort, past the rules: whether they could come to be is not the question. */
export async function plantedAtRandom(
  world: ReviewWorld,
  { reviewId, criteria, assignments, round }: Planted,
): Promise<void> {
  const score = fc.constantFrom('3', '2', '1', '0', 'U', 'X', 'N');
  const grade = fc.constantFrom("'A'", "'B'", "'C'", "'D'");
  const chance = fc.integer({ min: 0, max: 9 });
  const cases = fc.sample(
    fc.record({
      scores: fc.array(fc.tuple(score, grade, chance), { minLength: 3, maxLength: 3 }),
      alike: chance,
      proposal: fc.tuple(score, grade, chance, chance, fc.boolean()),
      stances: fc.array(fc.constantFrom('confirm', 'dissent', ''), { minLength: 3, maxLength: 3 }),
      unanimous: chance,
      claimed: chance,
      asked: chance,
    }),
    { numRuns: criteria.length, seed: 2026 + round },
  );
  const sql = criteria.flatMap((criterion, place) => {
    const one = cases[place];
    if (!one) return [];
    const first = one.scores[0];
    const given = one.scores.map((each) => (one.alike < (round === 1 ? 10 : 5) && first ? first : each));
    const [proposed, evidence, has, late, seconded] = one.proposal;
    const id = newId();
    const lines = assignments.map((assignment, at) => {
      const [value = '2', weight = "'B'", sure = 0] = given[at] ?? [];
      return `INSERT INTO reviews.score VALUES (gen_random_uuid(), 1, '${assignment}', '${reviewId}', '${criterion}', ${String(round + 1)},
        '${value}', ${/\d/.test(value) ? weight : 'NULL'}, '${sure === 0 && round > 1 ? 'low' : 'high'}', 'So.', '{}', '2026-11-23')`;
    });
    if (one.claimed < 4)
      lines.push(`UPDATE reviews.self_score s SET score = 'N', grade = NULL FROM reviews.self_answer a
        WHERE a.id = s.answer_id AND a.review_id = '${reviewId}' AND a.criterion = '${criterion}'`);
    if (round === 1) return lines;
    if (one.asked < 2)
      lines.push(`INSERT INTO reviews.meeting_request VALUES (gen_random_uuid(), 1, '${reviewId}', '${criterion}', 'asked', 'So.',
        'lead', NULL, NULL, '${world.personId('lead')}', '2026-11-23')`);
    if (has < 3) return lines;
    lines.push(`INSERT INTO reviews.score_proposal VALUES ('${id}', 1, '${reviewId}', '${criterion}', ${String(round)}, '${proposed}',
      ${/\d/.test(proposed) ? evidence : 'NULL'}, 'So.', '{${assignments.join(',')}}', '${world.personId('lead')}', '2026-11-23',
      '${late < 3 ? '2026-12-10' : '2026-11-30'}', NULL)`);
    assignments.forEach((assignment, at) => {
      const stance = one.unanimous < 4 ? 'confirm' : one.stances[at];
      if (stance)
        lines.push(`INSERT INTO reviews.proposal_answer VALUES (gen_random_uuid(), 1, '${id}', '${reviewId}', '${criterion}', '${assignment}',
          '${stance}', 'So.', '2026-11-24')`);
    });
    if (seconded)
      lines.push(`INSERT INTO reviews.proposal_second VALUES (gen_random_uuid(), 1, '${id}', '${reviewId}', '${criterion}',
        '${world.personId('lead')}', 'So.', '${world.personId('otherLead')}', '2026-11-24')`);
    return lines;
  });
  await pastTheLedger(world.superuser, sql.join(';\n'));
}
