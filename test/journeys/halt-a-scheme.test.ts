import { anOrder, aStep, haltStage, type HaltStage } from '../support/halts.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

/** What the API says of one order. */
interface ToldOrder {
  readonly id: string;
  readonly state: string;
  readonly overdueBy: number;
  readonly steps: readonly { readonly kind: string }[];
}

const LATER = { day: '30', month: '11', year: '2026' };

describe('A scheme is ordered to halt, and what becomes of it is followed by everyone, without scripts', () => {
  let world: ServedReviewWorld;
  let stage: HaltStage;
  let visitor: PageReader;
  let order: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    world.clock.setTo('2026-11-23');
    stage = await haltStage(world);
    visitor = new PageReader(world.address);
  });

  afterAll(() => world.close());

  async function told(): Promise<ToldOrder> {
    const { text } = await stage.send(null, `halts/${order.split('/').at(-1) ?? ''}`);
    return JSON.parse(text) as ToldOrder;
  }

  async function shown(): Promise<string> {
    return (await visitor.open(order)).text;
  }

  it('by who commissions it, from the page of the scheme', async () => {
    const { page } = stage.commissioner;
    await page.open(`/deployments/${stage.scheme}`);
    await page.follow('Order this scheme to halt');
    await page.press('Order the halt');
    expect(page.status).toBe(422);
    expect(page.issues).toHaveLength(6);
    page
      .choose('Example County Board', 'For whom do you give this order?')
      .fill('Which post gives it?', 'Director of nursing')
      .fillDate('On which day was it ordered?', { day: '23', month: '11', year: '2026' })
      .choose('From another day', 'From when must the scheme have stopped?')
      .choose('A part of it', 'What must stop?')
      .fill('Why must it stop?', 'TBC');
    await page.press('Order the halt');
    expect(page.issues.join(' ')).toContain('This says nothing');
    page.fill('Why must it stop?', 'Police read health records and nobody could say why.');
    await page.press('Order the halt');
    expect(page.issues).toHaveLength(2);
    page.fillDate('Which day?', LATER).fill('Which part?', 'Joint visits at night');
    const again = page.twin();
    await page.press('Order the halt');
    expect(page.notice).toBe('The order was given');
    order = page.path;
    expect((await again.press('Order the halt')).path).toBe(order);
    expect(await told()).toMatchObject({ state: 'NOT_YET_DUE', overdueBy: 0, steps: [] });
  });

  it('and is overdue from the day after, wherever anybody looks', async () => {
    world.clock.setTo('2026-11-30');
    expect(await shown()).toContain('In force, not acknowledged');
    world.clock.setTo('2026-12-01');
    expect(await shown()).toContain('Overdue by 1 day');
    await visitor.follow('all orders to halt');
    expect(visitor.text).toContain('Overdue by 1 day');
    await visitor.follow('Example joint response team, ordered on 23 November 2026');
    for (const words of [
      'Director of nursing, Example County Board, which commissions or pays for it',
      'Joint visits at night',
      'The trust has not acknowledged the order.',
      'Nobody from outside the trust has checked whether it stopped.',
    ])
      expect(visitor.text).toContain(words);
    await visitor.open(`/deployments/${stage.scheme}`);
    expect(visitor.text).toContain('Overdue by 1 day');
    expect(visitor.text).toContain('An order to halt stands, whatever is said of where the scheme stands');
    expect(visitor.find('a[href$="/halts/new"]')).toHaveLength(0);
    const scheme = await stage.send(null, `deployments/${stage.scheme}`);
    expect(JSON.parse(scheme.text)).toMatchObject({ halts: [{ state: 'OVERDUE', overdueBy: 1 }] });
    const sheet = await fetch(`${world.address}/halts.csv`);
    expect(await sheet.text()).toMatch(/OVERDUE,Overdue by 1 day,1,COMMISSIONER,/);
    const line = await stage.send(null, `deployments/${stage.scheme}/time-line`);
    expect(line.text.match(/must have halted/g)).toHaveLength(1);
  });

  it('though the trust acknowledges it, counts its cases in bands and says that it stopped', async () => {
    const page = await world.reader('submitter');
    await page.open(order);
    await page.follow('Acknowledge the order');
    await page.press('Acknowledge the order');
    expect(page.issues).toHaveLength(3);
    page
      .fill('Which post acknowledges it?', 'Chief operating officer')
      .fillDate('On which day did the trust have the order?', { day: '24', month: '11', year: '2026' })
      .fill('What will the trust do, and by when?', 'No visit at night is planned from today on.');
    await page.press('Acknowledge the order');
    expect(page.notice).toBe('The order was acknowledged');
    await page.follow('Count the cases');
    page
      .fill('Which post counted?', 'Chief operating officer')
      .fillDate('On which day were the cases counted?', LATER)
      .choose('None', 'How many open cases have no plan for what follows?')
      .choose('5 to 9', 'How many open cases have a plan?')
      .choose('1 to 4', 'How many cases were closed since the order?')
      .fill('How were they counted, and what happens to people now?', 'By two people from the case list.');
    await page.press('Record the count');
    await page.follow('Say that it stopped');
    page
      .fill('Which post says so?', 'Chief operating officer')
      .fillDate('On which day did it stop?', LATER)
      .fill('What shows that it stopped?', 'The rota of December has no visit at night.');
    await page.press('Say that it stopped');
    expect(page.notice).toBe('What you said was recorded');
    const text = await shown();
    expect(text).toContain('Overdue by 1 day');
    expect(text).toContain(
      'Open cases without a plan: none; with a plan: 5 to 9; closed since the order: 1 to 4.',
    );
    expect(text).not.toContain('Acknowledge the order');
  });

  it('until somebody else finds it in effect, and who that is stands beside it', async () => {
    const page = await world.reader('guardian');
    await page.open(order);
    await page.follow('Check whether it stopped');
    page
      .choose('My trust')
      .fill('Which post checked it?', 'Caldicott Guardian')
      .fillDate('On which day was it checked?', { day: '1', month: '12', year: '2026' })
      .choose('The halt is in effect')
      .fill('What was looked at, and what did it show?', 'The rota and the visit log of the week.');
    await page.press('Record the check');
    expect(page.notice).toBe('The check was recorded');
    expect(await told()).toMatchObject({ state: 'IN_EFFECT', overdueBy: 0 });
    const text = await shown();
    expect(text).toContain('In effect, checked by the trust’s own Caldicott Guardian');
    expect(text).toContain('Nobody from outside the trust has checked whether it stopped.');
  });

  it('and is overdue again when somebody from outside finds that it is not, whatever the trust says then', async () => {
    const id = order.split('/').at(-1) ?? '';
    const check = (givenFor: string, finding: string) => aStep('2026-12-01', { givenFor, finding });
    const outside = await stage.send(
      stage.nhsEngland,
      `halts/${id}/checks`,
      check(stage.nhsEnglandId, 'not-in-effect'),
    );
    expect(outside.status).toBe(201);
    expect(await told()).toMatchObject({ state: 'NOT_IN_EFFECT', overdueBy: 1 });
    const page = await world.reader('executive');
    await page.open(`${order}/check`);
    page
      .choose('My trust')
      .fill('Which post checked it?', 'Chief executive')
      .fillDate('On which day was it checked?', { day: '1', month: '12', year: '2026' })
      .choose('The halt is in effect')
      .fill('What was looked at, and what did it show?', 'The rota and the visit log of the week.');
    await page.press('Record the check');
    expect(await told()).toMatchObject({ state: 'NOT_IN_EFFECT', overdueBy: 1 });
    const own = check(stage.commissionerId, 'in-effect');
    expect((await stage.send(stage.colleague, `halts/${id}/checks`, own)).status).toBe(201);
    expect(await told()).toMatchObject({ state: 'IN_EFFECT', overdueBy: 0 });
    expect(await shown()).toContain('In effect, checked by Chief operating officer, Example County Board');
  });

  it('and ends when whoever ordered it lifts it with a reason, and not before', async () => {
    const { page } = await stage.newcomer(stage.commissionerId);
    await page.open(order);
    await page.follow('Lift the order');
    page
      .fill('Which post lifts it?', 'Director of nursing')
      .fillDate('On which day is it lifted?', { day: '1', month: '12', year: '2026' })
      .fill('Why is it lifted?', 'N/A');
    await page.press('Lift the order');
    expect(page.issues).toHaveLength(1);
    await page.fill('Why is it lifted?', 'The visits ended and two people saw it.').press('Lift the order');
    expect(page.notice).toBe('The order was lifted');
    expect(page.text).not.toContain('What you can do');
    expect(await told()).toMatchObject({ state: 'LIFTED', overdueBy: 0 });
    expect(await shown()).toContain('The visits ended and two people saw it.');
    const line = await stage.send(null, `deployments/${stage.scheme}/time-line`);
    expect(line.text.match(/Lifted by whoever ordered it/g)).toHaveLength(1);
    await visitor.open(`/deployments/${stage.scheme}`);
    expect(visitor.text).not.toContain('An order to halt stands');
  });

  it('by programs too, and a list that leads from the overdue to the lifted', async () => {
    const { nhsEngland, nhsEnglandId } = stage;
    const send = (path: string, body: object) => stage.send(nhsEngland, path, body);
    const given = anOrder(nhsEnglandId, '2026-12-01', { when: 'on-a-day', effectiveOn: '2026-12-20' });
    expect((await send(`deployments/${stage.scheme}/halts`, given)).status).toBe(201);
    const first = await send(
      `deployments/${stage.scheme}/halts`,
      anOrder(nhsEnglandId, '2026-11-24', { document: 'Letter 12 of 24 November 2026' }),
    );
    expect(first.status).toBe(201);
    const states = async (query: string) => {
      const { text } = await stage.send(null, `halts?${query}`);
      const { items, next } = JSON.parse(text) as { items: ToldOrder[]; next: string | null };
      return { states: items.map(({ state }) => state), next };
    };
    expect((await states('')).states).toEqual(['OVERDUE', 'NOT_YET_DUE', 'LIFTED']);
    const { states: head, next } = await states('limit=1');
    expect(head).toEqual(['OVERDUE']);
    expect((await states(`after=${next ?? ''}`)).states).toEqual(['NOT_YET_DUE', 'LIFTED']);
    expect((await states('scheme=another')).states).toEqual([]);
    const { id } = JSON.parse(first.text) as { id: string };
    expect((await visitor.open(`/halts/${id}`)).path).toContain(`/halts/${id}`);
    expect(visitor.text).toContain('1 December 2026');
    expect(visitor.text).toContain('Letter 12 of 24 November 2026');
    expect((await stage.send(null, `deployments/${stage.scheme}?at=2026-11-30`)).text).not.toContain(id);
  });
});
