import { Actor, OPERATOR, VISITOR } from '../../src/identity/actor.js';
import { newId, newTimelessId, type Uuid } from '../../src/kernel/identifiers.js';
import { registered, somebody } from '../support/deployments.js';
import { HaltedScheme } from '../support/halted-scheme.js';
import { anOrganisation } from '../support/organisations.js';
import { fillWithRandomRows } from '../support/random-rows.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

const AWKWARD = 'Why do officers still come to appointments?';
const PUBLIC = 'Who checked that it stopped?';
const DISMISSAL = { outcome: 'NOT_ABOUT_HALT', toAsker: 'There is nothing to ask here.' };

describe('Whoever would rather not be asked about a halt', () => {
  let halted: HaltedScheme;
  let submitter: SignedIn;
  let waiting: Uuid;
  let standing: Uuid;

  beforeAll(async () => {
    halted = await HaltedScheme.running();
    halted.clock.turnTo('2026-06-11');
    submitter = await signedIn(halted.world, 'TRUST_SUBMITTER', halted.trustId);
    await halted.ask(AWKWARD);
    await halted.ask(PUBLIC);
    [waiting, standing] = [await halted.idOf(AWKWARD), await halted.idOf(PUBLIC)];
    const admin = await signedIn(halted.world, 'ADMIN');
    const read = await halted.post(
      `public-questions/moderation/${standing}`,
      { outcome: 'PUT_UP' },
      admin.token,
    );
    expect(read.status).toBe(200);
  }, 60_000);

  afterAll(() => halted.world.close());

  it('the trust reads nothing that waits and moderates nothing, by page, by program or past the application', async () => {
    const trust = somebody('TRUST_SUBMITTER', halted.trustId);
    for (const path of ['/questions/moderation', `/questions/moderation/${waiting}`])
      expect((await submitter.page.open(path)).html).not.toContain(AWKWARD);
    expect((await halted.get('public-questions/moderation', submitter.token)).status).toBe(403);
    expect((await halted.get(`public-questions/${waiting}`, submitter.token)).status).toBe(404);
    const moderated = `public-questions/moderation/${waiting}`;
    expect((await halted.post(moderated, DISMISSAL, submitter.token)).status).toBe(403);
    expect(await halted.sql(trust, 'SELECT words FROM public_questions.question')).toBe('0 rows');
    for (const who of [trust, VISITOR])
      expect(await halted.sql(who, 'SELECT words FROM public_questions.put_up()')).toBe('1 rows');
    expect(await halted.sql(trust, `${SAYING} 'ABUSE', to_asker = 'No.'`)).toBe('0 rows');
  });

  it('nor does a lead reviewer or an administrator who also acts for a trust, or for anybody', async () => {
    const other = newId();
    for (const role of ['LEAD_REVIEWER', 'ADMIN'] as const)
      for (const [second, organisation] of [
        ['TRUST_SUBMITTER', other],
        ['CALDICOTT_GUARDIAN', other],
        ['POLICE_PARTNER', other],
      ] as const) {
        const both = await signedIn(halted.world, role);
        await alsoActsAs(both, second, organisation);
        const moderated = `public-questions/moderation/${waiting}`;
        expect([403, 404]).toContain((await halted.post(moderated, DISMISSAL, both.token)).status);
        expect((await halted.get('public-questions/moderation', both.token)).status).toBe(403);
        const actor = new Actor({
          ...{ standing: 'person', personId: both.personId, name: 'Somebody' },
          heldRoles: [
            { role, organisationId: null },
            { role: second, organisationId: organisation },
          ],
        });
        expect(await halted.sql(actor, 'SELECT words FROM public_questions.question')).toBe('0 rows');
        expect(await halted.sql(actor, `${SAYING} 'ABUSE', to_asker = 'No.'`)).toBe('0 rows');
      }
  });

  it('who moderates neither changes a word, nor takes back what was said of a question, nor hides one that is public', async () => {
    const lead = somebody('LEAD_REVIEWER');
    const at = `WHERE id = '${waiting}'`;
    for (const [text, why] of [
      [
        `UPDATE public_questions.question SET words = 'Is all well?' ${at}`,
        'nobody changes what somebody asked',
      ],
      [
        `UPDATE public_questions.question SET outcome = 'PUT_UP', read_on = '2026-06-11', words = 'Is all well?' ${at}`,
        'nobody changes what somebody asked',
      ],
      [
        `UPDATE public_questions.question SET outcome = 'ABUSE', to_asker = 'No.' WHERE id = '${standing}'`,
        'what became of a question stands',
      ],
      [
        `UPDATE public_questions.question SET outcome = NULL, read_on = NULL WHERE id = '${standing}'`,
        'stands',
      ],
      [
        `UPDATE public_questions.question SET outcome = 'REPEATS', to_asker = 'It does.', read_on = '2026-06-11', repeats_id = id ${at}`,
        'repeats one that everybody reads',
      ],
      ['DELETE FROM public_questions.question', 'permission denied'],
      [`UPDATE public_questions.question SET asked_on = '2026-07-01' ${at}`, 'permission denied'],
      [
        `UPDATE public_questions.question SET outcome = 'NONSENSE', read_on = '2026-06-11' ${at}`,
        'for a reason of the list',
      ],
      [`UPDATE public_questions.question SET outcome = 'ABUSE', read_on = '2026-06-11' ${at}`, 'told why'],
    ] as const)
      expect([text, await halted.sql(lead, text)]).toEqual([text, expect.stringContaining(why)]);
    const words = await halted.world.superuser.query<{ words: string }>(
      'SELECT words FROM public_questions.question ORDER BY words',
    );
    expect(words.rows).toEqual([{ words: PUBLIC }, { words: AWKWARD }]);
    const counted = await halted.sql(VISITOR, 'SELECT * FROM public_questions.question');
    expect(counted).toContain('permission denied');
  });

  it('nobody but the trust of the scheme answers for it: not another trust, not a post in it that answers nothing, not a moderator', async () => {
    const other = newId();
    const answer = { answer: 'All is well here.', once: newTimelessId() };
    const path = `public-questions/${standing}/answers`;
    for (const who of [
      await signedIn(halted.world, 'TRUST_SUBMITTER', other),
      await signedIn(halted.world, 'CALDICOTT_GUARDIAN', halted.trustId),
      await signedIn(halted.world, 'LEAD_REVIEWER'),
      await signedIn(halted.world, 'ADMIN'),
    ])
      expect((await halted.post(path, answer, who.token)).status).toBe(403);
    expect((await halted.post(path, answer)).status).toBe(401);
    for (const [actor, organisation, why] of [
      [somebody('TRUST_SUBMITTER', other), other, 'only the trust of the scheme'],
      [somebody('TRUST_SUBMITTER', other), halted.trustId, 'row-level security'],
      [somebody('CALDICOTT_GUARDIAN', halted.trustId), halted.trustId, 'row-level security'],
    ] as const)
      expect(await halted.sql(actor, answering(standing, organisation))).toContain(why);
    const trust = somebody('TRUST_SUBMITTER', halted.trustId);
    expect(await halted.sql(trust, answering(waiting, halted.trustId))).toContain('that was put up');
    expect((await halted.get(`public-questions/${standing}`)).body['answers']).toEqual([]);
  });

  it('the operator destroys words and says nothing of what becomes of a question', async () => {
    const said =
      "UPDATE public_questions.question SET outcome = 'ABUSE', to_asker = 'No.', read_on = asked_on";
    expect(await halted.sql(OPERATOR, `${said} WHERE id = '${waiting}'`)).toContain('permission denied');
  });

  it('the trust answers once a day, with no filler, and takes nothing back', async () => {
    const path = `public-questions/${standing}/answers`;
    for (const filler of ['', 'N/A', 'To be confirmed', '.'])
      expect(
        (await halted.post(path, { answer: filler, once: newTimelessId() }, submitter.token)).status,
      ).toBe(422);
    const first = { answer: 'Nobody has checked it yet.', once: newTimelessId() };
    expect((await halted.post(path, first, submitter.token)).status).toBe(201);
    const other = { answer: 'It was checked.', once: newTimelessId() };
    expect((await halted.post(path, other, submitter.token)).status).toBe(409);
    const trust = somebody('TRUST_SUBMITTER', halted.trustId);
    for (const text of [
      'DELETE FROM public_questions.answer',
      "UPDATE public_questions.answer SET words = 'All is well.'",
    ])
      expect(await halted.sql(trust, text)).toContain('permission denied');
    expect((await halted.get(`public-questions/${standing}`)).body['answers']).toMatchObject([
      { words: 'Nobody has checked it yet.' },
    ]);
  });

  it('nobody asks about a halt that is not due, or of another scheme, past the application either', async () => {
    const asking = (askedOn: string, deployment: Uuid): string =>
      `INSERT INTO public_questions.question (id, revision, reference, verifier, deployment_id, halt_id, ordered_as, words, asked_on, held)
       VALUES (gen_random_uuid(), 1, 'x', 'x', '${deployment}', '${halted.haltId}', 'TRUST', 'A question?', '${askedOn}', false)`;
    for (const [day, deployment] of [
      ['2026-06-10', halted.scheme.id],
      ['2026-06-11', newId()],
    ] as const)
      expect(await halted.sql(VISITOR, asking(day, deployment))).toContain('a halt whose day has passed');
    const submitting = somebody('TRUST_SUBMITTER', halted.trustId);
    expect(await halted.sql(submitting, asking('2026-06-11', halted.scheme.id))).toContain(
      'permission denied',
    );
  });

  it('whoever ordered the halt answers beside the trust, under its own name, and no other body does', async () => {
    const [board, other] = [anOrganisation({ name: 'Quiet Care Board', type: 'ICB' }), newId()];
    await registered(halted.world.app, board);
    await halted.orderedBy({ outside: 'COMMISSIONER', organisationId: board.id });
    const words = 'What did the commissioner check?';
    await halted.ask(words);
    const asked = await halted.idOf(words);
    const admin = await signedIn(halted.world, 'ADMIN');
    await halted.post(`public-questions/moderation/${asked}`, { outcome: 'PUT_UP' }, admin.token);
    const path = `public-questions/${asked}/answers`;
    const saying = (answer: string) => ({ answer, once: newTimelessId() });
    const [ours, theirs] = [
      await signedIn(halted.world, 'COMMISSIONER', board.id),
      await signedIn(halted.world, 'COMMISSIONER', other),
    ];
    expect((await halted.post(path, saying('We checked nothing.'), theirs.token)).status).toBe(403);
    expect((await halted.post(path, saying('We visited in June.'), ours.token)).status).toBe(201);
    expect((await halted.post(path, saying('We visited in July.'), ours.token)).status).toBe(409);
    expect((await halted.post(path, saying('They visited us.'), submitter.token)).status).toBe(201);
    const both = await signedIn(halted.world, 'COMMISSIONER', board.id);
    await alsoActsAs(both, 'CALDICOTT_GUARDIAN', halted.trustId);
    expect((await both.page.open(`/questions/${asked}/answer`)).status).toBe(403);
    expect((await halted.post(path, saying('All is well here.'), both.token)).status).toBe(403);
    const ofBoth = new Actor({
      ...{ standing: 'person', personId: both.personId, name: 'Somebody' },
      heldRoles: [
        { role: 'COMMISSIONER', organisationId: board.id },
        { role: 'CALDICOTT_GUARDIAN', organisationId: halted.trustId },
      ],
    });
    expect(await halted.sql(ofBoth, answering(asked, board.id, 'COMMISSIONER'))).toContain(
      'whoever holds a post in the trust does not answer for another body',
    );
    for (const [organisation, why] of [
      [other, 'only the trust of the scheme and whoever ordered'],
      [board.id, 'row-level security'],
    ] as const)
      expect(
        await halted.sql(somebody('COMMISSIONER', other), answering(asked, organisation, 'COMMISSIONER')),
      ).toContain(why);
    for (const [givenAs, who] of [
      ['NHS_ENGLAND', somebody('COMMISSIONER', board.id)],
      ['COMMISSIONER', somebody('COMMISSIONER', other)],
    ] as const)
      expect(
        await halted.sql(who, answering(asked, givenAs === 'NHS_ENGLAND' ? board.id : other, givenAs)),
      ).toContain('only the trust of the scheme and whoever ordered');
    const { body } = await halted.get(`public-questions/${asked}`);
    const given = body['answers'] as { givenAs: string; by: string }[];
    expect(given.map(({ givenAs, by }) => [givenAs, by]).toSorted()).toEqual([
      ['COMMISSIONER', 'Quiet Care Board'],
      ['TRUST', 'Trust of Quiet Lane'],
    ]);
    expect((await halted.get('public-questions/moderation', ours.token)).status).toBe(403);
  });

  it('lead reviewers moderate nothing about an order of reviewers; who leads that review answers', async () => {
    const reviewId = await aReview();
    await halted.orderedBy({ outside: 'REVIEWER', reviewId });
    const words = 'What did the reviewers see?';
    await halted.ask(words);
    const asked = await halted.idOf(words);
    const [lead, leading, admin] = [
      await signedIn(halted.world, 'LEAD_REVIEWER'),
      await signedIn(halted.world, 'LEAD_REVIEWER'),
      await signedIn(halted.world, 'ADMIN'),
    ];
    await halted.arranged(
      "INSERT INTO access.engagement (person_id, kind, record_id, via) VALUES ($1, 'led', $2, $2)",
      [leading.personId, reviewId],
    );
    await halted.arranged('INSERT INTO access.engaged_person (person_id, version) VALUES ($1, $2)', [
      leading.personId,
      newId(),
    ]);
    const moderated = `public-questions/moderation/${asked}`;
    for (const who of [lead, leading]) {
      expect((await halted.post(moderated, { outcome: 'PUT_UP' }, who.token)).status).toBe(404);
      expect(JSON.stringify((await halted.get('public-questions/moderation', who.token)).body)).not.toContain(
        words,
      );
    }
    expect(
      await halted.sql(
        somebody('LEAD_REVIEWER'),
        `${SAYING} 'ABUSE', to_asker = 'No.' WHERE id = '${asked}'`,
      ),
    ).toBe('0 rows');
    expect((await halted.post(moderated, { outcome: 'PUT_UP' }, admin.token)).status).toBe(200);
    const path = `public-questions/${asked}/answers`;
    const answer = { answer: 'Two red lines were settled at 0.', once: newTimelessId() };
    expect((await halted.post(path, answer, lead.token)).status).toBe(403);
    expect((await halted.post(path, answer, leading.token)).status).toBe(201);
  });

  it('what the trust finds of itself closes no question; what somebody outside found, or a lift, does, and all stays public', async () => {
    await halted.step('checked', 'TRUST', 'in-effect');
    expect((await halted.ask('Who outside has looked?')).status).toBe(201);
    await halted.step('checked', 'REVIEWER', 'not-in-effect');
    await halted.step('checked', 'TRUST', 'in-effect');
    expect((await halted.ask('And what did they find?')).status).toBe(201);
    await halted.step('checked', 'REVIEWER', 'in-effect');
    expect((await halted.ask('And now?')).status).toBe(409);
    const past = `INSERT INTO public_questions.question (id, revision, reference, verifier, deployment_id, halt_id, ordered_as, words, asked_on, held)
      VALUES (gen_random_uuid(), 1, 'x', 'x', '${halted.scheme.id}', '${halted.haltId}', 'REVIEWER', 'A question?', '2026-06-12', false)`;
    expect(await halted.sql(VISITOR, past)).toContain('somebody outside the trust found it in effect');
    await halted.step('checked', 'REVIEWER', 'not-in-effect');
    expect((await halted.ask('Has it begun again?')).status).toBe(201);
    await halted.step('lifted', 'REVIEWER');
    expect((await halted.ask('Why was it lifted?')).status).toBe(409);
    expect(await halted.sql(VISITOR, past)).toContain('the halt was lifted');
    const page = await submitter.page.open(halted.questions);
    expect(page.text).toContain(PUBLIC);
    expect(page.text).toContain('Nobody has checked it yet.');
    expect(page.text).not.toContain('Ask about this halt in public');
  });

  const SAYING = 'UPDATE public_questions.question SET revision = 2, read_on = asked_on, outcome =';

  function answering(question: Uuid, organisation: Uuid, givenAs = 'TRUST'): string {
    return `INSERT INTO public_questions.answer (id, revision, question_id, given_as, organisation_id, words, answered_on)
      VALUES (gen_random_uuid(), 1, '${question}', '${givenAs}', '${organisation}', 'All is well.', '2026-06-12')`;
  }

  /** A review that is there, whatever it is about. */
  async function aReview(): Promise<Uuid> {
    const [id, { superuser }] = [newId(), halted.world];
    await superuser.query("SET session_replication_role = 'replica'");
    await fillWithRandomRows(superuser, 'reviews.review', { pool: [id], seed: 1, count: 1 });
    await superuser.query('UPDATE reviews.review SET id = $1', [id]);
    await superuser.query("SET session_replication_role = 'origin'");
    return id;
  }

  async function alsoActsAs({ personId }: SignedIn, role: string, organisation: Uuid): Promise<void> {
    const { superuser } = halted.world;
    await superuser.query("SET session_replication_role = 'replica'");
    await superuser.query(
      `INSERT INTO identity.membership SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'role', $2::text,
         'organisation_id', $3::uuid))).* FROM identity.membership m WHERE m.person_id = $1`,
      [personId, role, organisation],
    );
    await superuser.query("SET session_replication_role = 'origin'");
  }
});
