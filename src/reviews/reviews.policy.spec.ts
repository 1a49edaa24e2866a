import { abilityFrom } from '../access/ability.js';
import type { SubjectClass } from '../access/policy.js';
import { Actor } from '../identity/actor.js';
import { Engagements } from '../identity/engagements.js';
import type { Role } from '../identity/roles.js';
import { scorePolicy } from './blind-scoring/score.policy.js';
import { ScoreLock } from './blind-scoring/score-lock.entity.js';
import { Score } from './blind-scoring/score.entity.js';
import { findingsPolicy } from './findings/findings.policy.js';
import { ModeratedScore } from './findings/moderated-score.entity.js';
import { reviewPolicy } from './review.policy.js';
import { Review } from './review.entity.js';
import { Assignment } from './reviewers/assignment.entity.js';
import { reviewerPolicy } from './reviewers/reviewer.policy.js';
import { SelfAnswer } from './self-review/self-answer.entity.js';
import { selfReviewPolicy } from './self-review/self-review.policy.js';
import { SelfScore } from './self-review/self-score.entity.js';

const TRUST = 'the trust';
const REVIEW = { id: 'this review', reviewId: 'this review', organisationId: TRUST };
const OWN = { ...REVIEW, assignmentId: 'my assignment', personId: 'me' };
const OTHER = { ...REVIEW, assignmentId: 'another assignment', personId: 'another' };

const LAYERS: readonly (readonly [string, SubjectClass, object])[] = [
  ['the review', Review, REVIEW],
  ['the answers', SelfAnswer, REVIEW],
  ['the trust’s own score', SelfScore, REVIEW],
  ['their own score', Score, OWN],
  ['another’s score', Score, OTHER],
  ['another’s lock', ScoreLock, OTHER],
  ['who else takes part', Assignment, OTHER],
  ['the findings', ModeratedScore, REVIEW],
];

const LAYERS_WITHOUT_SCORES = [
  'the review',
  'the answers',
  'the trust’s own score',
  'who else takes part',
  'the findings',
];

const LAYERS_WITH_OTHERS_SCORE = LAYERS.map(([name]) => name).filter((name) => name !== 'their own score');

const RECORD_OF: ReadonlyMap<string, string> = new Map([
  ['scoring', OWN.assignmentId],
  ['assigned', OWN.assignmentId],
  ['audited', OTHER.assignmentId],
  ['open-scores', OTHER.assignmentId],
  ['replied-scores', OTHER.assignmentId],
]);

function seenBy(role: Role, engagements: readonly string[], organisationId: string | null = null): string[] {
  const actor = new Actor({
    standing: 'person',
    personId: 'me',
    heldRoles: [{ role, organisationId }],
    engagements: Engagements.of(
      engagements.map((kind) => ({
        kind,
        recordId: RECORD_OF.get(kind) ?? REVIEW.id,
      })),
    ),
  });
  const policies = [reviewPolicy, selfReviewPolicy, reviewerPolicy, scorePolicy, findingsPolicy];
  const ability = abilityFrom(policies, actor);
  return LAYERS.filter(([, kind, facts]) => ability.can('read', Object.assign(new kind(), facts))).map(
    ([name]) => name,
  );
}

const CLEAR = ['assigned', 'review', 'scoring'];

describe('What each person reads of a review', () => {
  it.each<[string, Role, string[], string | null, string[]]>([
    ['a reviewer who has not declared', 'REVIEWER', ['assigned', 'barred'], null, []],
    ['a reviewer of another review', 'REVIEWER', [], null, []],
    ['a reviewer while scoring', 'REVIEWER', CLEAR, null, ['the review', 'the answers', 'their own score']],
    [
      'a reviewer when all have locked',
      'LIVED_EXPERIENCE_REVIEWER',
      [...CLEAR, 'compare', 'open-scores'],
      null,
      [
        'the review',
        'the answers',
        'the trust’s own score',
        'their own score',
        'another’s score',
        'another’s lock',
        'the findings',
      ],
    ],
    [
      'somebody who no longer is a reviewer',
      'CONCERN_HANDLER',
      [...CLEAR, 'compare', 'open-scores'],
      null,
      [],
    ],
    ['a lead reviewer who does not lead it', 'LEAD_REVIEWER', [], null, ['the review']],
    [
      'who leads it, before the locks',
      'LEAD_REVIEWER',
      ['assigned', 'led', 'review'],
      null,
      ['the review', 'the answers', 'another’s lock', 'who else takes part'],
    ],
    ['a lead reviewer with a conflict', 'LEAD_REVIEWER', ['assigned', 'barred'], null, []],
    ['the trust', 'TRUST_SUBMITTER', [], TRUST, ['the review', 'the answers', 'the trust’s own score']],
    [
      'the trust in the time for reply',
      'EXECUTIVE_APPROVER',
      ['reply', 'replied-scores'],
      TRUST,
      ['the review', 'the answers', 'the trust’s own score', 'another’s score', 'the findings'],
    ],
    ['another trust', 'TRUST_SUBMITTER', [], 'another trust', []],
    ['a user-led group', 'USER_GROUP_MEMBER', [], 'a group', ['the review']],
    ['an administrator', 'ADMIN', [], null, []],
    ['a conflicted auditor', 'AUDITOR', ['barred'], null, ['who else takes part']],
    ['an auditor before scores are open', 'AUDITOR', [], null, LAYERS_WITHOUT_SCORES],
    ['an auditor once another’s are open', 'AUDITOR', ['audited'], null, LAYERS_WITH_OTHERS_SCORE],
  ])('%s', (_who, role, engagements, organisationId, expected) => {
    expect(seenBy(role, engagements, organisationId)).toEqual(expected);
  });
});
