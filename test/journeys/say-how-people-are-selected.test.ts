import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { ScreeningService } from '../../src/deployments/screening/screening.service.js';
import { Actor } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { needsExplanation } from '../../src/legal-basis/explanations.js';
import { aFlow } from '../support/data-flows.js';
import { newScheme, registered, screeningAnswers } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

const BARE = 'People are searched for without a recorded data flow in: calls to 999.';

describe('A trust says where people are searched for, and a search without a data flow is told on both pages', () => {
  let world: RunningCandour;
  let submitter: SignedIn;
  let scheme: { readonly id: Uuid; readonly key: string };
  let flows: { readonly own: Uuid; readonly draft: Uuid; readonly foreign: Uuid };

  beforeAll(async () => {
    world = await runningCandour();
    const [one] = await registered(
      world.app,
      anOrganisation({ key: 'vale', name: 'Example Mental Health Trust' }),
    );
    const trust = one?.id ?? '';
    submitter = await signedIn(world, 'TRUST_SUBMITTER', trust);
    const actor = new Actor({
      standing: 'person',
      personId: submitter.personId,
      name: 'A submitter',
      heldRoles: [{ role: 'TRUST_SUBMITTER', organisationId: trust }],
    });
    const deployments = world.app.get(DeploymentsService);
    scheme = await deployments.register(actor, newScheme(trust, { title: 'Steady Steps' }));
    const other = await deployments.register(actor, newScheme(trust, { title: 'Another scheme' }));
    const answers = { ...screeningAnswers(), 'SCR-08': 'no' as const };
    for (const { id } of [scheme, other]) {
      await world.app.get(ScreeningService).screen(actor, id, { answers, evidence: {} });
      await world.app.get(PublishingService).publish(actor, id);
    }
    const service = world.app.get(FlowsService);
    const submitted = async (id: Uuid): Promise<Uuid> => {
      const { results } = await service.judge(actor, id);
      const explanations = Object.fromEntries(
        results.filter(needsExplanation).map(({ rule }) => [rule, `What the trust says about ${rule}.`]),
      );
      await service.submit(actor, id, { explanations });
      return id;
    };
    const draft = async (of: Uuid): Promise<Uuid> => (await service.draft(actor, of, aFlow())).id;
    flows = {
      own: await submitted(await draft(scheme.id)),
      draft: await draft(scheme.id),
      foreign: await submitted(await draft(other.id)),
    };
  });

  afterAll(() => world.close());

  const at = (path: string): string => `/deployments/${scheme.key}/${path}`;
  const read = async (path: string): Promise<string> =>
    (await new PageReader(world.address).open(at(path))).text;

  async function record(source: string, flow = ''): Promise<PageReader> {
    const page = submitter.page;
    await page.open(at('selection/new'));
    page.select('Where are people searched for?', source);
    page
      .fill('What is searched for?', 'Names that come up often')
      .fill('Who searches?', 'An analyst of the force');
    page.fill('Under which data flow?', flow);
    return page.press('Save');
  }

  it('and nobody has said anything at first', async () => {
    expect(await read('selection')).toContain('Nobody has said where people are searched for.');
    expect(await read('data-sharing')).not.toContain('People are searched for without');
  });

  it('without a flow it is told to everyone, on the page of selection and on that of data flows', async () => {
    await record('Calls to 999');
    expect(await read('selection')).toContain(BARE);
    expect(await read('data-sharing')).toContain(BARE);
    expect(await read('selection')).toContain(
      'Nobody has said how people can object to these: calls to 999.',
    );
  });

  it('with one of the same scheme it is not, and with one of another scheme nothing is saved', async () => {
    await record('Police incidents', `${world.address}/data-flows/${flows.own}`);
    expect(submitter.page.notice).toBe('Selection source was saved');
    expect(await read('data-sharing')).toContain(BARE);
    const refused = await record('Custody records', `/data-flows/${flows.foreign}`);
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining('names a data flow of the same scheme'),
    ]);
    expect(refused.value('Who searches?')).toBe('An analyst of the force');
    const unseen = await record('Custody records', `/data-flows/${flows.draft}`);
    expect(unseen.text).toContain('names a data flow that is submitted');
    const wrong = await record('Custody records', 'the flow we agreed on');
    expect(wrong.issues).toEqual([
      'The data flow must be the address of its page, like /data-flows/ and its code.',
    ]);
    expect(await read('selection')).not.toContain('Custody records');
  });

  it('and a panel of which nobody learns is compared with what the screening says', async () => {
    expect(await read('selection')).not.toContain('SCR-08');
    await record('A panel of several agencies', `/data-flows/${flows.own}`);
    expect(await read('selection')).toContain(
      'The screening says that no panel sees who people are before they know (SCR-08)',
    );
  });
});
