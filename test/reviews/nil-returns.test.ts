import type { Uuid } from '../../src/kernel/identifiers.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { newScheme } from '../support/deployments.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { PageReader } from '../support/page-reader.js';
import {
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';

const SEARCHED = {
  names: 'SIM\nHigh Intensity Network\n',
  places: 'Contract register\nCrisis team',
  searchedBy: 'Head of mental health services',
};

interface Returns {
  readonly returns: readonly {
    readonly executiveSignedOn: string | null;
    readonly notSchemes: readonly object[];
    readonly challenges: readonly object[];
    readonly setAside: object | null;
  }[];
}

describe('A return that there is no such scheme', () => {
  let world: ServedReviewWorld;
  let roundId: Uuid;
  let otherRoundId: Uuid;
  let nilId: Uuid;
  let openKey: string;
  let draftKey: string;
  let draftId: Uuid;
  const parties = new Map<Part | null, InterestedParty>();

  beforeAll(async () => {
    world = await servedReviewWorld();
    ({ roundId } = await startedReview(world));
    ({ roundId: otherRoundId } = await startedReview(world));
    const { id: draft } = await world
      .service(DeploymentsService)
      .register(await world.as('submitter'), newScheme(world.trustId, { title: 'Frequent caller project' }));
    openKey = await keyOf(world.deploymentId);
    draftId = draft;
    draftKey = await keyOf(draft);
  });

  afterAll(() => world.close());

  function party(part: Part | null): InterestedParty {
    const known = parties.get(part) ?? interestedParty(world, part);
    parties.set(part, known);
    return known;
  }

  async function keyOf(id: Uuid): Promise<string> {
    const { rows } = await world.superuser.query<{ key: string }>(
      'SELECT key FROM deployments.deployment WHERE id = $1',
      [id],
    );
    return rows[0]?.key ?? '';
  }

  async function nilReturn() {
    const { body } = await party(null).get<Returns>(`rounds/${roundId}/nil-returns`);
    return body.returns[0];
  }

  async function standing(): Promise<unknown> {
    const { body } = await party(null).get<{ lines: { standing: string }[] }>(`rounds/${roundId}/table`);
    return body.lines[0]?.standing;
  }

  describe('of a trust that has one', () => {
    it('is refused for a scheme in the register, and for one that is only a draft, each by its name', async () => {
      const page = await party('submitter').page(`/rounds/${roundId}/nil-return`);
      expect(page.text).toContain('Frequent caller project');
      page.fill('Which names did you search for?', SEARCHED.names);
      page.fill('Where did you search?', SEARCHED.places).fill('Who searched?', SEARCHED.searchedBy);
      page.fill(
        'Why is each of your schemes in the register no such scheme?',
        `${openKey}, It is a helpline.`,
      );
      await page.press('Sign');
      expect(page.issues).toEqual([
        `The register has “Frequent caller project” of your trust. Write ${draftKey}, a comma, and why it is no such scheme, or answer for it in a self-review`,
      ]);
      const path = `rounds/${roundId}/nil-returns`;
      for (const notSchemes of [
        undefined,
        `${openKey},`,
        `${openKey}, A helpline.\nnone-of-theirs, Not ours.`,
      ])
        expect((await party('submitter').post(path, { ...SEARCHED, notSchemes })).status).toBe(422);
    });

    it('is refused by PostgreSQL where the trust writes SQL of its own', async () => {
      const inserted = (
        signer: Part,
        ...none: readonly string[]
      ): string => `INSERT INTO reviews.nil_return (id, revision, round_id, organisation_id, names_searched, places_searched,
          searched_by, not_schemes, signed_by, signed_on)
        VALUES (gen_random_uuid(), 1, '${roundId}', '${world.trustId}', '{SIM}', '{Papers}', 'Somebody',
          '${JSON.stringify(none.map((deploymentId) => ({ deploymentId, why: 'None.' })))}', '${world.personId(signer)}', '2026-11-23')`;
      expect(await party('submitter').sql(inserted('submitter', world.deploymentId))).toContain(
        'a scheme of this trust stands in the register',
      );
      expect(await party('executive').sql(inserted('executive', world.deploymentId, draftId))).toContain(
        'row-level security',
      );
    });
  });

  describe('that says of each scheme why it is none', () => {
    it('is public with what was searched, where and by which post, and counts when the executive signs too', async () => {
      const notSchemes = `${openKey}, It is a helpline.\n${draftKey}, It never began.`;
      const signed = await party('submitter').post(`rounds/${roundId}/nil-returns`, {
        ...SEARCHED,
        notSchemes,
      });
      nilId = String(signed.body['id']);
      const visitor = await new PageReader(world.address).open(`/rounds/${roundId}/nil-returns/${nilId}`);
      expect(visitor.text).toContain('High Intensity Network');
      expect(visitor.text).toContain('Contract register');
      expect(visitor.text).toContain('Head of mental health services');
      expect(visitor.text).toContain('A scheme that is not public: It never began.');
      expect(visitor.text).toContain('Waits for the executive’s signature');
      expect(await standing()).toBe('ACKNOWLEDGED');

      for (const part of ['submitter', 'guardian', 'lead', 'group'] as const)
        expect((await party(part).post(`rounds/${roundId}/nil-returns/${nilId}/signature`)).status).toBe(403);
      const page = await party('executive').page(`/rounds/${roundId}/nil-returns/${nilId}`);
      await page.press('Sign as executive');
      expect(page.text).toContain('Signed by two people');
      expect(await standing()).toBe('NIL');
      const again = await party('executive').post(`rounds/${roundId}/nil-returns/${nilId}/signature`);
      expect(again.text).toContain('signed by the executive once');
      const { rows } = await world.superuser.query<{ kind: string }>(
        'SELECT kind FROM reviews.review r, reviews.known_facts($1, r.id) WHERE r.round_id = $2',
        [world.personId('executive'), roundId],
      );
      expect(rows.map(({ kind }) => kind).sort()).toEqual(['nil-return', 'trust-role']);
    });

    it('is not signed twice by one person, whatever posts they hold', async () => {
      const notSchemes = `${openKey}, It is a helpline.\n${draftKey}, It never began.`;
      const path = `rounds/${otherRoundId}/nil-returns`;
      const signed = await party('submitter').post(path, { ...SEARCHED, notSchemes });
      await pastTheLedger(
        world.superuser,
        `UPDATE reviews.nil_return SET signed_by = '${world.personId('executive')}' WHERE round_id = '${otherRoundId}'`,
      );
      const second = await party('executive').post(`${path}/${String(signed.body['id'])}/signature`);
      expect(second.text).toContain('two different people sign a nil return');
    });

    it('is challenged by a user-led group, once, and by nobody else', async () => {
      const path = `rounds/${roundId}/nil-returns/${nilId}/challenges`;
      const statement = 'The crisis team calls it a helpline. People were told to expect police.';
      for (const part of ['submitter', 'lead', 'first', null] as const)
        expect([401, 403]).toContain((await party(part).post(path, { statement })).status);
      const page = await party('group').page(`/rounds/${roundId}/nil-returns/${nilId}`);
      await page.press('Challenge');
      expect(page.issues).toHaveLength(1);
      await page.fill('What speaks against this return?', statement).press('Challenge');
      expect((await party(null).page(`/rounds/${roundId}/nil-returns/${nilId}`)).text).toContain(statement);
      expect((await party('group').post(path, { statement })).text).toContain('once');
      expect((await nilReturn())?.challenges).toMatchObject([{ group: 'Example Voices', statement }]);
    });

    it('is set aside by a lead with a reason, in public, and then the trust owes its answer again', async () => {
      const path = `rounds/${roundId}/nil-returns/${nilId}/setting-aside`;
      const said = { reason: 'The contract register names officers.', post: 'Director' };
      expect((await party('lead').post(path, { reason: '', post: 'Director' })).status).toBe(422);
      const before = await standing();
      for (const part of ['submitter', 'executive', 'group'] as const)
        expect((await party(part).post(path, said)).status).toBe(403);
      const page = await party('lead').page(`/rounds/${roundId}/nil-returns/${nilId}`);
      page.fill('Why is it set aside?', said.reason).fill('Which post answers for this?', said.post);
      await page.press('Propose');
      expect(page.notice).toContain('It waits for another lead reviewer to agree');
      expect(await standing()).toBe(before);
      const { body } = await party('lead').get<{ items: { id: Uuid }[] }>('proposals');
      const proposalId = body.items[0]?.id ?? '';
      expect((await party('lead').post(`proposals/${proposalId}/agreement`)).text).toContain(
        'another person',
      );
      const me = world.personId('lead');
      expect(
        await party('lead').sql(`INSERT INTO reviews.nil_setting_aside
            (id, revision, nil_return_id, reason, post, set_aside_on, proposal_id, proposed_by, set_aside_by)
          VALUES (gen_random_uuid(), 1, '${nilId}', 'R', 'P', '2026-11-23', NULL, NULL, '${me}')`),
      ).toContain('one person proposed and another agreed');
      expect((await party('otherLead').page(`/proposals/${proposalId}`)).text).toContain(said.reason);
      expect((await party('otherLead').post(`proposals/${proposalId}/agreement`)).body['state']).toBe(
        'agreed',
      );
      const shown = await party(null).page(`/rounds/${roundId}/nil-returns/${nilId}`);
      expect(shown.text).toContain('Set aside, counts no more');
      expect(await nilReturn()).toMatchObject({ setAside: said });
      expect(await standing()).toBe('ACKNOWLEDGED');
      const csv = await (await fetch(`${world.address}/rounds/${roundId}/nil-returns.csv`)).text();
      expect(csv).toContain('The contract register names officers.');
    });

    it('and what became of it are changed by nobody, not by SQL', async () => {
      for (const table of ['nil_return', 'nil_signature', 'nil_challenge', 'nil_setting_aside'])
        for (const part of ['submitter', 'executive', 'lead', 'group'] as const)
          expect(await party(part).sql(`DELETE FROM reviews.${table}`)).toContain('permission denied');
      expect(
        await party('lead')
          .sql(`INSERT INTO reviews.nil_challenge (id, revision, nil_return_id, organisation_id, statement, challenged_on)
          VALUES (gen_random_uuid(), 1, '${nilId}', '${world.groupId}', 'As the group.', '2026-11-23')`),
      ).toContain('row-level security');
    });
  });

  it('can be read on a narrow screen', async () => {
    const screen = await NarrowScreen.open();
    const lead = await world.reader('lead');
    for (const path of ['nil-returns', `nil-returns/${nilId}`])
      expect(await screen.faultsOf(`${world.address}/rounds/${roundId}/${path}`, lead)).toEqual([]);
    const submitter = await world.reader('submitter');
    expect(await screen.faultsOf(`${world.address}/rounds/${roundId}/nil-return`, submitter)).toEqual([]);
    await screen.close();
  });
});
