import { Client } from 'pg';
import { CoProductionQueries } from '../../src/co-production/co-production.queries.js';
import type { NewInvolvement } from '../../src/co-production/involvement/new-involvement.js';
import { InvolvementService } from '../../src/co-production/involvement/involvement.service.js';
import { CoProductionService } from '../../src/co-production/publishing/co-production.service.js';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { ScreeningService } from '../../src/deployments/screening/screening.service.js';
import { LifeCycleService } from '../../src/deployments/life-cycle/life-cycle.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { Verification } from '../../src/ledger/verification/verification.js';
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
    expect(open.claims.filter(({ topic }) => topic === 'STATE')).toMatchObject([
      {
        statement: 'Example Mental Health Trust says that the state of this scheme is: running.',
        value: 'LIVE',
      },
    ]);
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

    it('and a start is not mended to after the end', async () => {
      const { id: endId } = await world.app
        .get(DeploymentsService)
        .state(somebody('TRUST_SUBMITTER', trust), id, {
          topic: 'END',
          statement: 'It ended.',
          dated: '2021',
        });
      const why = { whyMended: 'We found the rota.' };
      const start = { topic: 'START', statement: 'It started in 2022.', dated: '2022', version: 3, ...why };
      expect((await posted(`mending/claim/${claimId}`, start)).status).toBe(422);
      const end = { topic: 'END', statement: 'It ended.', dated: '2017', version: 1, ...why };
      expect((await posted(`mending/claim/${endId}`, end)).status).toBe(422);
      expect((await posted(`mending/claim/${endId}`, { ...end, dated: '2022' })).status).toBe(200);
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
      page.fill('Name', 'Quiet desk').fill('Why do you change it?', 'We renamed it.');
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
      const given = { reason: 'We renamed it.', version: 2 };
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

  describe('what a trust says of where its scheme stands', () => {
    let id: Uuid;

    beforeAll(async () => {
      const given = newScheme(trust, { title: 'A scheme that stands', state: 'PLANNED', stateAt: '2018' });
      id = await publishedScheme(world.app, somebody('TRUST_SUBMITTER', trust), given);
    });

    it('follows when the state is mended, and what it said before stands in the list', async () => {
      const page = await submitter.page.open(`/mending/deployment/${id}`);
      expect(page.text).not.toContain('(optional)');
      await page.press('Save the change');
      expect(page.issues).toEqual(['Enter why you change it']);
      page.select('Where does it stand now?', 'Running').fill('Why do you change it?', 'It had begun.');
      await page.fillDate('Since when?', { month: '5', year: '2019' }).press('Save the change');
      expect(await stands()).toMatchObject({
        ...{ stateCode: 'LIVE', stateAt: '2019-05' },
        claims: [{ topic: 'STATE', statement: says('running'), value: 'LIVE', dated: '2019-05' }],
      });
      const visitor = await new PageReader(world.address).open(`/deployments/${id}`);
      expect(visitor.text).toMatch(
        /Claim: statement\s+Before: Example [^:]*: planned\.\s+Since then: Example [^:]*: running\.\s+Why: It had begun\./,
      );
      expect(visitor.text).not.toContain('PLANNED');
    });

    it('and the state follows when the step is mended on which it rests', async () => {
      const actor = somebody('TRUST_SUBMITTER', trust);
      const step = { happened: '2020-02', reason: 'The money went.' };
      const answers = { arrangement: 'Care plans.' };
      const stepId = await world.app
        .get(LifeCycleService)
        .step(actor, id, { to: 'PAUSED', ...step, answers });
      const mended = {
        happened: '2020-03',
        because: 'The money went in spring.',
        whyMended: 'Slip.',
        version: 1,
      };
      expect(await posted(`mending/transition/${stepId}`, mended)).toMatchObject({ status: 200 });
      expect(await stands()).toMatchObject({
        ...{ stateCode: 'PAUSED', stateAt: '2020-03', stateNote: 'The money went in spring.' },
        claims: [{ statement: says('running'), dated: '2019-05' }],
      });
    });

    it('a state that rested on a step rests on the word of the trust once the trust mends it', async () => {
      const { revision } = await stands();
      const given = { state: 'CLOSED', stateAt: '2020-04', whyMended: 'It never opened again.' };
      expect(await posted(`mending/deployment/${id}`, { ...given, version: revision })).toMatchObject({
        status: 200,
      });
      const { stateNote, stateClaims, claims } = await stands();
      expect(stateNote).toBe('As Example Mental Health Trust told Candour.');
      const said = claims.filter(({ key }) => stateClaims.includes(key));
      expect(said).toMatchObject([{ statement: says('closed'), value: 'CLOSED', dated: '2020-04' }]);
      expect(claims.map(({ statement }) => statement)).toContain(says('running'));
    });

    it('and what is kept of all this is what the log tells', async () => {
      const { discrepancies } = await world.app.get(Verification).run();
      const arranged = ['person', 'membership', 'credential', 'access-token'];
      expect(discrepancies.filter(({ about }) => !arranged.includes(about.kind))).toEqual([]);
    });

    function says(state: string): string {
      return `Example Mental Health Trust says that the state of this scheme is: ${state}.`;
    }

    function stands() {
      return world.app.get(DeploymentsQueries).named(VISITOR, id);
    }
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
