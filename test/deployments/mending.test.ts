import { Client } from 'pg';
import { CoProductionQueries } from '../../src/co-production/co-production.queries.js';
import type { NewInvolvement } from '../../src/co-production/involvement/new-involvement.js';
import { InvolvementService } from '../../src/co-production/involvement/involvement.service.js';
import { CoProductionService } from '../../src/co-production/publishing/co-production.service.js';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { ScreeningService } from '../../src/deployments/screening/screening.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import {
  newScheme,
  publishedScheme,
  registered,
  screeningAnswers,
  somebody,
} from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

const ACTIVITY: NewInvolvement = {
  ...{
    stage: 'START',
    fromDay: '2018-03-01',
    toDay: null,
    question: 'What do you think?',
    decisionOpen: true,
  },
  ...{ decidedOn: null, method: 'A meeting', ledBy: 'shared', policePresent: 'no', accessBudget: true },
  namedPeople: [],
  payment: {
    ...{ outcome: 'paid', policy: null, rate: null, offeredToAll: true },
    ...{ paidWithinDays: null, benefitsAdviceOffered: false },
  },
};

describe('What was recorded wrongly is put right, and in public nothing is put right quietly', () => {
  let world: RunningCandour;
  let trust: Uuid;
  let submitter: SignedIn;

  beforeAll(async () => {
    world = await runningCandour();
    const [one] = await registered(world.app, anOrganisation({ name: 'Example Mental Health Trust' }));
    trust = one?.id ?? '';
    submitter = await signedIn(world, 'TRUST_SUBMITTER', trust);
  });

  afterAll(() => world.close());

  it('in a draft everything is changed, and what is withdrawn from it never becomes public', async () => {
    const actor = somebody('TRUST_SUBMITTER', trust);
    const given = newScheme(trust, {
      title: 'A draft to mend',
      names: ['A wrong name', 'A name with a slip'],
    });
    const { id } = await world.app.get(DeploymentsService).register(actor, { ...given, started: '2018' });
    const page = await submitter.page.open(`/deployments/${id}`);
    await page.follow('Change or withdraw');
    await page.follow('Change: A name with a slip');
    expect(page.find('#whyMended')).toHaveLength(0);
    await page.fill('Name', 'A name').press('Save the change');
    expect(page.notice).toBe('It was changed');
    await page.follow('Withdraw: A wrong name');
    await page.fill('Why should it not stand any more?', 'It was never called so.').press('Withdraw it');
    await page.follow('Change: A draft to mend');
    await page.select('Where does it stand now?', 'Running').press('Save the change');
    expect(page.notice).toBe('It was changed');
    await page.follow(/^Change: .*started in 2018\.$/.exec(linkOf(page, 'started in 2018'))?.[0] ?? '');
    page.fill('What do you want to say?', 'It started in March 2019.');
    await page.fillDate('When was that?', { month: '3', year: '2019' }).press('Save the change');
    await world.app.get(ScreeningService).screen(actor, id, { answers: screeningAnswers(), evidence: {} });
    await world.app.get(PublishingService).publish(actor, id);
    const open = await world.app.get(DeploymentsQueries).named(VISITOR, id);
    expect(open).toMatchObject({ stateCode: 'LIVE', names: [{ name: 'A name' }], changes: [] });
    expect(open.claims.find(({ topic }) => topic === 'START')).toMatchObject({ dated: '2019-03' });
    const { rowCount } = await world.superuser.query('SELECT FROM ledger.change WHERE about_id = $1', [id]);
    expect(rowCount).toBe(0);
  });

  describe('in public', () => {
    let id: Uuid;
    let nameId: Uuid;
    let claimId: Uuid;

    beforeAll(async () => {
      id = await publishedScheme(
        world.app,
        somebody('TRUST_SUBMITTER', trust),
        newScheme(trust, { title: 'A public scheme', names: ['Harbour desk'], started: '2018-09' }),
      );
      const { names, claims } = await world.app.get(DeploymentsQueries).named(VISITOR, id);
      nameId = names[0]?.id ?? '';
      claimId = claims.find(({ topic }) => topic === 'START')?.id ?? '';
    });

    it('a change needs a reason, and what it said stands beside', async () => {
      const claim = { topic: 'START', statement: 'It started in May 2018.', dated: '2018-05', version: 2 };
      expect((await posted(`mending/claim/${claimId}`, claim)).status).toBe(422);
      const mended = await posted(`mending/claim/${claimId}`, { ...claim, whyMended: 'We found the rota.' });
      expect(mended).toMatchObject({ status: 200 });
      const visitor = await new PageReader(world.address).open(`/deployments/${id}`);
      expect(visitor.text).toContain('It started in May 2018.');
      expect(visitor.text).toMatch(
        /Before: September 2018\s+Since then: May 2018\s+Why: We found the rota\./,
      );
    });

    it('a name is withdrawn with a tombstone, and still leads to the scheme', async () => {
      const page = await submitter.page.open(`/mending/deployment-name/${nameId}/withdraw`);
      await page.fill('Why should it not stand any more?', 'That was another desk.').press('Withdraw it');
      expect(page.notice).toBe('It was withdrawn, and stays listed as such');
      const visitor = await new PageReader(world.address).open(`/deployments/${id}`);
      expect(visitor.text).toMatch(/Harbour desk[^]*Withdrawn on .*: That was another desk\./);
      const found = await world.app
        .get(DeploymentsQueries)
        .list(VISITOR, { q: 'harbour desk' }, { limit: 5, after: null });
      expect(found.items.map((one) => one.id)).toEqual([id]);
      expect((await page.open(`/mending/deployment-name/${nameId}`)).status).toBe(200);
      page.fill('Name', 'Quiet desk').fill('Why do you change it?', 'x');
      await page.press('Save the change');
      expect(page.status).toBe(403);
    });

    it('so are activities, who took part in them, payment and proposals; what is withdrawn counts no more', async () => {
      const actor = somebody('TRUST_SUBMITTER', trust);
      const involvement = await world.app.get(InvolvementService).record(actor, id, ACTIVITY);
      await world.app.get(CoProductionService).publish(actor, id);
      const page = await submitter.page.open(`/mending/about/deployment/${id}`);
      await page.follow('Change: Payment');
      page.choose('No, although it was due').fill('Why do you change it?', 'It never came.');
      await page.press('Save the change');
      expect(page.notice).toBe('It was changed');
      const view = world.app.get(CoProductionQueries);
      expect((await view.of(VISITOR, id)).involvements[0]?.payment).toMatchObject({ outcome: 'unpaid' });
      await page.follow('Withdraw: A meeting: What do you think?');
      await page.fill('Why should it not stand any more?', 'It did not take place.').press('Withdraw it');
      const visitor = await new PageReader(world.address).open(`/deployments/${id}/co-production`);
      expect(visitor.text).toContain('It did not take place.');
      expect((await view.of(VISITOR, id)).involvements).toMatchObject([
        { id: involvement, withdrawnBecause: 'It did not take place.' },
      ]);
    });

    it('and nobody else does either, nor the trust what sources say, by page, API or SQL', async () => {
      const [other] = await registered(world.app, anOrganisation({ name: 'Another Trust' }));
      const rival = await signedIn(world, 'TRUST_SUBMITTER', other?.id ?? '');
      const given = { reason: 'x', version: 2 };
      expect((await posted(`mending/claim/${claimId}/withdrawn`, given, rival.token)).status).toBe(404);
      expect((await rival.page.open(`/mending/claim/${claimId}`)).status).toBe(403);
      expect((await rival.page.open(`/mending/about/deployment/${id}`)).status).toBe(404);
      expect((await new PageReader(world.address).open(`/mending/claim/${claimId}`)).path).toContain(
        '/sign-in',
      );
      const client = new Client({ connectionString: world.database.appUrl });
      await client.connect();
      for (const change of [
        `UPDATE deployments.deployment_name SET name = 'x' WHERE id = '${nameId}'`,
        `UPDATE deployments.deployment_name SET withdrawn_on = NULL, withdrawn_because = NULL WHERE id = '${nameId}'`,
        `UPDATE deployments.claim SET registered_by = 'sources' WHERE id = '${claimId}'`,
        `UPDATE deployments.claim SET sources = '[{}]' WHERE id = '${claimId}'`,
      ]) {
        await client.query('BEGIN; SET LOCAL ROLE candour_member');
        await client.query(
          "SELECT set_config('candour.person', $1, true), set_config('candour.memberships', $2, true)",
          [newId(), `TRUST_SUBMITTER@${trust}`],
        );
        await expect(client.query(change)).rejects.toThrow('what was said is not rewritten');
        await client.query('ROLLBACK');
      }
      await client.end();
    });
  });

  function linkOf(page: PageReader, words: string): string {
    return page.find(`a:contains("${words}")`).first().text();
  }

  async function posted(path: string, sent: object, token = submitter.token) {
    const response = await fetch(`${world.address}/api/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
    return { status: response.status, body: await response.json() };
  }
});
