import { RouteBook } from '../../src/access/route-book.js';
import { DemoClock } from '../../src/demo-world/demo-clock.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { ScreeningService } from '../../src/deployments/screening/screening.service.js';
import { MendingService } from '../../src/evidence/mending/mending.service.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { newScheme, registered, screeningAnswers, somebody } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

interface Told {
  readonly title?: string;
  readonly area?: string;
  readonly note?: string | null;
  readonly names?: readonly { readonly name: string }[];
  readonly places?: readonly { readonly name: string }[];
  readonly agencies?: readonly { readonly name: string }[];
  readonly changes?: readonly { readonly changedOn: string }[];
  readonly asItStood?: { readonly on: string; readonly notShown: readonly string[] };
  readonly errors?: readonly { readonly detail: string }[];
}

describe('A scheme as it stood on a day', () => {
  let world: RunningCandour;
  let trust: Uuid;
  let id: Uuid;
  let key: string;
  const clock = new DemoClock();

  beforeAll(async () => {
    clock.turnTo('2026-03-01');
    world = await runningCandour({ clock });
    const [one] = await registered(world.app, anOrganisation({ name: 'Trust Before' }));
    trust = one?.id ?? '';
    const actor = somebody('TRUST_SUBMITTER', trust);
    const schemes = world.app.get(DeploymentsService);
    const told = newScheme(trust, { title: 'The first title', area: 'Firstshire', names: ['Kept name'] });
    ({ id, key } = await schemes.register(actor, told));
    const slip = await schemes.addName(actor, id, { name: 'Slip in the draft', kind: 'LOCAL' });
    clock.turnTo('2026-04-01');
    await world.app
      .get(MendingService)
      .withdraw(actor, { kind: 'deployment-name', id: slip }, { reason: 'A slip.', version: 1 });
    await world.app.get(ScreeningService).screen(actor, id, { answers: screeningAnswers(), evidence: {} });
    await world.app.get(PublishingService).publish(actor, id);
    clock.turnTo('2026-05-02');
    const reason = 'It was renamed.';
    await schemes.correct(actor, id, { title: 'The second title', note: 'Said in May.' }, { reason });
    await schemes.addPlace(actor, id, { name: 'Secondton', kind: 'TOWN' });
    clock.turnTo('2026-06-01');
    await schemes.correct(actor, id, { area: 'Secondshire' }, { reason });
  });

  afterAll(() => world.close());

  async function told(at: string, who?: SignedIn): Promise<{ status: number; body: Told }> {
    const headers = who ? { authorization: `Bearer ${who.token}` } : {};
    const answer = await fetch(`${world.address}/api/v1/deployments/${key}?at=${encodeURIComponent(at)}`, {
      headers,
    });
    return { status: answer.status, body: (await answer.json()) as Told };
  }

  it('is answered to programs as everyone could read it at the end of that day', async () => {
    const [april, may, june] = [await told('2026-05-01'), await told('2026-05-02'), await told('2026-06-01')];
    expect([april.status, may.status, june.status]).toEqual([200, 200, 200]);
    expect(april.body).toMatchObject({
      ...{ title: 'The first title', area: 'Firstshire', note: null, places: [], changes: [] },
      names: [{ name: 'Kept name' }],
      agencies: [{ name: 'Exampleshire Police' }],
      asItStood: { on: '2026-05-01' },
    });
    expect(may.body).toMatchObject({ title: 'The second title', area: 'Firstshire', note: 'Said in May.' });
    expect(may.body.places).toMatchObject([{ name: 'Secondton' }]);
    expect(may.body.changes?.map(({ changedOn }) => changedOn)).toContain('2026-05-02');
    expect(june.body).toMatchObject({ title: 'The second title', area: 'Secondshire' });
    expect(april.body.asItStood?.notShown.length).toBeGreaterThan(0);
  });

  it('is shown on its page under a plain label, with the way back to today', async () => {
    const page = await new PageReader(world.address).open(`/deployments/${key}?at=2026-05-01`);
    expect(page.title).toContain('as it stood on 1 May 2026');
    expect(page.text).toContain('As it stood on 1 May 2026.');
    expect(page.text).toContain('Firstshire');
    expect(page.text).not.toContain('Secondshire');
    expect(page.text).not.toContain('Said in May.');
    await page.follow('see it as it stands today');
    expect(page.text).toContain('Secondshire');
    expect(page.text).not.toContain('As it stood on');
  });

  it('tells nobody what was a draft then, the trust neither, and names the first day that there is', async () => {
    const submitter = await signedIn(world, 'TRUST_SUBMITTER', trust);
    for (const who of [undefined, submitter]) {
      const { status, body } = await told('2026-03-31', who);
      expect(status).toBe(422);
      expect(body.errors?.[0]?.detail).toContain('public since 1 April 2026');
    }
    expect(JSON.stringify((await told('2026-04-01')).body)).not.toContain('Slip in the draft');
  });

  it.each(['', 'yesterday', '2026-02-30', '2026-5-1', '2026-06-02', '9999-12-31', "2026-05-01'--"])(
    'refuses %j and says what is possible',
    async (at) => {
      const { status, body } = await told(at);
      expect(status).toBe(422);
      expect(body.errors?.[0]?.detail).toMatch(/such as 2026-05-01|has not come yet/);
      const page = await fetch(`${world.address}/deployments/${key}?at=${encodeURIComponent(at)}`);
      expect(page.status).toBe(422);
    },
  );

  it('is not there where the scheme is not', async () => {
    const answer = await fetch(`${world.address}/api/v1/deployments/${newId()}?at=2026-05-01`);
    expect(answer.status).toBe(404);
  });

  it('every other route that is read refuses the day, and shows nothing in its place', async () => {
    const token = (await signedIn(world, 'ADMIN')).token;
    const reads = world.app
      .get(RouteBook)
      .routes()
      .filter(({ method }) => method === 'GET');
    expect(reads.length).toBeGreaterThan(150);
    const heard: string[] = [];
    for (const { path } of reads) {
      const address = path.replaceAll(/:\w+|\*\w*/g, () => newId());
      for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
        const answer = await fetch(`${world.address}${address}?at=2026-05-01`, {
          headers,
          redirect: 'manual',
        });
        await answer.body?.cancel();
        if (answer.status < 300) heard.push(path);
      }
    }
    expect(heard).toEqual([]);
    const list = await fetch(`${world.address}/api/v1/deployments?at=2026-05-01`);
    expect([list.status, await list.text()]).toEqual([
      422,
      expect.stringContaining('only as it stands today'),
    ]);
  }, 120_000);
});
