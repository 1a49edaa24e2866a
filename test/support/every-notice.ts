import { createHash } from 'node:crypto';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { registered } from './deployments.js';
import { anOrganisation } from './organisations.js';
import { planted, type PlantedRow } from './planted-rows.js';
import { pastTheLedger, type Part, type ReviewWorld } from './reviews.js';

/** The days of a round and of the review of the world's scheme in it, and who is on its panel. */
interface Arranged {
  readonly opened: string;
  readonly answers: string;
  readonly scores: string;
  readonly result?: string;
  readonly steps?: Readonly<Record<string, string>>;
  readonly panel?: readonly (readonly [part: Part, assigned: string, doing?: 'locked' | 'undeclared'])[];
}

const SUBMITTED = { acknowledged_on: '2026-05-04', submitted_on: '2026-05-20' };
const EARLY = { acknowledged_on: '2026-04-21', submitted_on: '2026-05-06' };

const LOCK = { nonce: 'a'.repeat(32), content_hash: 'a'.repeat(64) };
const SEARCHED = { names_searched: '{x}', places_searched: '{x}' };

/** One round for each state in which a review can be. */
const ROUNDS: Readonly<Record<string, Arranged>> = {
  A: { opened: '06-08', answers: '06-22', scores: '07-20', steps: {} },
  B: { opened: '05-29', answers: '06-15', scores: '07-20', steps: {}, panel: [['lead', '06-01']] },
  C: {
    ...{ opened: '05-18', answers: '06-08', scores: '06-09', result: '06-10' },
    ...{ steps: { acknowledged_on: '2026-05-19' }, panel: [['lead', '05-18']] },
  },
  D: {
    ...{ opened: '05-01', answers: '05-20', scores: '06-15', steps: SUBMITTED },
    panel: [
      ['first', '05-04'],
      ['lived', '05-04', 'locked'],
      ['lead', '05-04'],
    ],
  },
  E: {
    ...{ opened: '05-01', answers: '05-20', scores: '06-08', steps: SUBMITTED },
    panel: [['first', '05-04']],
  },
  F: {
    ...{ opened: '05-01', answers: '05-20', scores: '06-01' },
    steps: { ...SUBMITTED, scores_opened_on: '2026-06-02' },
    panel: [
      ['first', '05-04', 'locked'],
      ['lived', '05-04', 'locked'],
      ['lead', '05-04'],
      ['otherLead', '05-04'],
      ['second', '06-03'],
      ['stranger', '05-04', 'undeclared'],
    ],
  },
  G: {
    ...{ opened: '04-20', answers: '05-06', scores: '05-20' },
    steps: {
      ...EARLY,
      ...{ scores_opened_on: '2026-05-20', moderation_closed_on: '2026-06-01', reply_due_on: '2026-06-15' },
    },
  },
  H: {
    ...{ opened: '04-20', answers: '05-06', scores: '05-20', result: '06-15' },
    steps: {
      ...{ ...EARLY, scores_opened_on: '2026-05-11', moderation_closed_on: '2026-05-15' },
      ...{ reply_due_on: '2026-05-29', reply_closed_on: '2026-06-03' },
    },
    panel: [
      ['first', '04-21', 'locked'],
      ['lead', '04-21'],
    ],
  },
  J: {
    ...{ opened: '04-20', answers: '05-11', scores: '05-20' },
    ...{ steps: { acknowledged_on: '2026-04-21', published_on: '2026-06-04' }, panel: [['lead', '04-21']] },
  },
  K: { opened: '04-20', answers: '05-11', scores: '07-20', steps: EARLY, panel: [['lead', '04-21']] },
  L: { opened: '05-01', answers: '05-20', scores: '07-20', steps: {}, panel: [['first', '05-04']] },
  M: { opened: '06-01', answers: '06-15', scores: '07-20' },
  N: { opened: '05-15', answers: '07-20', scores: '08-20' },
};

/** Arranges every event and every clock of which people are told, and says which round is which. */
export async function everyNotice(world: ReviewWorld): Promise<ReadonlyMap<Uuid, string>> {
  const rounds = new Map<string, Uuid>();
  const reviews = new Map<string, Uuid>();
  const assignments = new Map<string, Uuid>();
  for (const [name, arranged] of Object.entries(ROUNDS))
    await aRound(world, name, arranged, { rounds, reviews, assignments });
  const put = (table: string, row: PlantedRow) => planted(world.superuser, table, row);
  const of = (known: ReadonlyMap<string, Uuid>, name: string): Uuid => known.get(name) ?? '';
  const arranging = {
    ...{ world, put },
    round: (name: string) => of(rounds, name),
    review: (name: string) => of(reviews, name),
    assignment: (name: string) => of(assignments, name),
  };
  await inReviews(arranging);
  await inRounds(arranging);
  await world.superuser.query('SELECT access.settle_everything()');
  return new Map([...rounds].map(([name, id]) => [id, name]));
}

interface Arranging {
  readonly world: ReviewWorld;
  readonly put: (table: string, row: PlantedRow) => Promise<Uuid>;
  readonly round: (name: string) => Uuid;
  readonly review: (name: string) => Uuid;
  readonly assignment: (name: string) => Uuid;
}

async function aRound(
  { superuser, deploymentId, trustId, personId }: ReviewWorld,
  name: string,
  { opened, answers, scores, result = '09-01', steps, panel = [] }: Arranged,
  known: Readonly<Record<'rounds' | 'reviews' | 'assignments', Map<string, Uuid>>>,
): Promise<void> {
  const on = (day: string): string => `2026-${day}`;
  const round = await planted(superuser, 'reviews.round', {
    ...{ title: name, criteria: '{SIM-POL-01}', as_at: '2023-04-01', reply_working_days: 10 },
    ...{ opened_on: on(opened), self_review_due: on(answers), scoring_due: on(scores) },
    publication_date: on(result),
  });
  known.rounds.set(name, round);
  if (!steps) return;
  const place = { round_id: round, deployment_id: deploymentId, organisation_id: trustId };
  const review = await planted(superuser, 'reviews.review', { ...place, started_on: on(opened), ...steps });
  known.reviews.set(name, review);
  for (const [part, assigned, doing] of panel) {
    const capacity = part === 'lived' ? 'lived-experience' : part.endsWith('ead') ? 'lead' : 'reviewer';
    const person = { person_id: personId(part), review_id: review };
    const assignment = await planted(superuser, 'reviews.assignment', {
      ...{ ...place, ...person, capacity, assigned_on: on(assigned) },
      scores_opened_on: part === 'second' ? '2026-06-02' : null,
    });
    known.assignments.set(`${name} ${part}`, assignment);
    if (doing === 'undeclared') continue;
    const declared = { ...person, assignment_id: assignment, standing: 'none', declared_on: on(assigned) };
    await planted(superuser, 'reviews.interest_declaration', { ...declared, answers: '[]' });
    if (doing === 'locked')
      await planted(superuser, 'reviews.score_lock', {
        assignment_id: assignment,
        review_id: review,
        ...LOCK,
      });
  }
}

/** What happened in single reviews. */
async function inReviews({ world, put, review, round, assignment }: Arranging): Promise<void> {
  const { trustId, groupId, deploymentId, personId, superuser } = world;
  const asked = { review_id: review('D'), organisation_id: trustId, asked_on: '2026-05-26' };
  await put('reviews.information_request', { ...asked, due_on: '2026-06-15' });
  await put('reviews.information_request', { ...asked, due_on: '2026-06-08' });
  const answered = await put('reviews.information_request', { ...asked, due_on: '2026-06-08' });
  await put('reviews.information_answer', {
    ...{ request_id: answered, review_id: review('D'), organisation_id: trustId },
    ...{ gives: 'GIVEN', answered_on: '2026-06-03' },
  });
  const { rows } = await superuser.query<{ id: Uuid }>(
    'SELECT id FROM reviews.interest_declaration WHERE assignment_id = $1',
    [assignment('E first')],
  );
  await put('reviews.interest_decision', {
    ...{ declaration_id: rows[0]?.id, person_id: personId('first'), review_id: review('E') },
    ...{ outcome: 'continue', decided_on: '2026-05-05' },
  });
  const proposal = await put('reviews.score_proposal', {
    ...{
      review_id: review('F'),
      criterion: 'SIM-POL-01',
      score: '2',
      grade: 'B',
      took_part: `{${assignment('F first')},${assignment('F lived')}}`,
    },
    ...{ proposed_on: '2026-06-03', confirm_by: '2026-06-15' },
  });
  await put('reviews.proposal_answer', {
    ...{ proposal_id: proposal, review_id: review('F'), criterion: 'SIM-POL-01' },
    ...{ assignment_id: assignment('F lived'), stance: 'confirm' },
  });
  await put('reviews.proposal', {
    ...{ asks: 'refuse-to-publish', subject_id: review('F'), review_id: review('F'), post: 'Lead' },
    ...{ legal_basis: 'x', proposed_by: personId('lead'), proposed_on: '2026-06-04' },
  });
  await put('reviews.proposal', {
    ...{ asks: 'void-round', subject_id: round('F'), proposed_by: personId('otherLead') },
    ...{ post: 'Lead', proposed_on: '2026-06-05' },
  });
  const [other] = await registered(
    world.candour,
    anOrganisation({ name: 'Other Voices', type: 'USER_LED_GROUP' }),
  );
  await alsoHolding(world, 'stranger', 'USER_GROUP_MEMBER', other?.id ?? '');
  await put('co_production.attestation', {
    ...{ deployment_id: deploymentId, group_id: other?.id, lead_organisation_id: trustId },
    ...{ stage: 'START', asked_on: '2026-04-01', reply_by: '2026-07-01' },
  });
  await put('reviews.statement', { review_id: review('G'), organisation_id: groupId, text: 'We saw it.' });
  for (const [organisation, day] of [
    [trustId, '2026-06-05'],
    [groupId, '2026-06-06'],
  ])
    await put('reviews.reply_decision', {
      ...{ review_id: review('G'), organisation_id: organisation, decided_on: day },
    });
  const content = '{"rating":{"overall":"ASSURED"}}';
  const release = await put('publication.release', {
    ...{ review_id: review('J'), published_on: '2026-06-04', overall: 'ASSURED', content },
    content_hash: createHash('sha256').update(content).digest('hex'),
  });
  await put('publication.withdrawal', {
    ...{ release_id: release, review_id: review('J'), withdrawn_on: '2026-06-05' },
  });
  await put('publication.refusal', { review_id: review('K'), refused_on: '2026-06-04' });
}

/** What happened in rounds, besides any review. */
async function inRounds({ world, put, round }: Arranging): Promise<void> {
  const { trustId, deploymentId, personId } = world;
  await put('reviews.round_voiding', { round_id: round('L'), voided_on: '2026-06-04' });
  const inM = { round_id: round('M'), organisation_id: trustId };
  await put('reviews.scope_decision', { ...inM, decision: 'ASKED', turn: 1, decided_on: '2026-06-01' });
  const naming = await put('reviews.scheme_naming', {
    ...{ ...inM, deployment_id: deploymentId, named_on: '2026-06-02' },
  });
  const answer = { naming_id: naming, organisation_id: trustId, says: 'DISPUTED', answered_on: '2026-06-04' };
  await put('reviews.naming_answer', answer);
  await put('reviews.naming_decision', { naming_id: naming, outcome: 'STANDS', decided_on: '2026-06-05' });
  await put('reviews.panel_acceptance', {
    ...{ round_id: round('M'), accepted_by: personId('lead'), accepted_on: '2026-06-05' },
  });
  await put('reviews.round_date_change', {
    ...{ round_id: round('M'), which: 'publication_date', was: '2026-08-01', becomes: '2026-09-01' },
    decided_on: '2026-06-05',
  });
  const [police] = await registered(
    world.candour,
    anOrganisation({ name: 'Police', odsCode: 'RP1', type: 'POLICE_FORCE' }),
  );
  await alsoHolding(world, 'handler', 'POLICE_PARTNER', police?.id ?? '');
  const asked = { round_id: round('M'), deployment_id: deploymentId, organisation_id: police?.id };
  const request = (asked_on: string, due_on: string, deployment_id = deploymentId) =>
    put('reviews.partner_request', { ...asked, deployment_id, asked_on, due_on });
  await request('2026-06-01', '2026-06-15');
  await request('2026-05-20', '2026-06-08', newId());
  const returned = await request('2026-05-20', '2026-06-08', newId());
  await put('reviews.partner_return', {
    ...{ request_id: returned, round_id: round('M'), organisation_id: police?.id },
    ...{ took_part: 'NO', signed_on: '2026-06-03' },
  });
  const nil = {
    round_id: round('N'),
    organisation_id: trustId,
    not_schemes: '[]',
    signed_on: '2026-06-01',
    ...SEARCHED,
  };
  const nilReturn = await put('reviews.nil_return', nil);
  await put('reviews.nil_challenge', { nil_return_id: nilReturn, challenged_on: '2026-06-03' });
  await put('reviews.nil_setting_aside', { nil_return_id: nilReturn, set_aside_on: '2026-06-05' });
}

async function alsoHolding(
  world: ReviewWorld,
  part: Part,
  role: string,
  organisationId: Uuid,
): Promise<void> {
  await pastTheLedger(
    world.superuser,
    `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
     VALUES ('${newId()}', 1, '${world.personId(part)}', '${role}', '${organisationId}', '2026-01-01')`,
  );
}
