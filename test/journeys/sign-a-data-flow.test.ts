import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { drafted, everyExplanation, policeFlow, submittedFlow, underReview } from '../support/data-flows.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type Part, type ServedReviewWorld } from '../support/reviews.js';
import { signedIn } from '../support/signed-in.js';

const TITLE = 'Records to the officer in the team';
const DISSENT = 'I was told after it had begun.\n\nI do not agree.';
const REASONS = 'Nobody showed me that every page is needed.';

describe('A data flow is signed by three people, examined by reviewers and told to everyone, without scripts', () => {
  let world: ServedReviewWorld;
  let flowId: Uuid;
  let scheme: string;

  beforeAll(async () => {
    world = await servedReviewWorld();
    flowId = await submittedFlow(world, policeFlow({ title: TITLE, necessityText: '' }));
    await drafted(world, policeFlow({ title: 'A draft that nobody else reads' }));
    await underReview(world);
    const visitor = new PageReader(world.address);
    await visitor.open('/deployments');
    await visitor.follow('Example joint response team');
    scheme = visitor.path;
  }, 120_000);

  afterAll(() => world.close());

  it('the Guardian finds it, has all that is needed to decide, and refuses with dissent', async () => {
    world.clock.setTo('2026-11-25');
    const guardian = await world.reader('guardian');
    await guardian.open('/home');
    await guardian.follow('Flows to sign');
    expect(guardian.text).toContain('Waiting for you as Caldicott Guardian');
    await guardian.follow(TITLE);
    for (const words of [
      'This is the first version. There is no earlier decision to compare it with.',
      'Nobody has said anything about this version yet.',
      'Example Police',
      'Police force',
      'This record does not show why the sharing is necessary',
      'What the trust says about R-GEN-03.',
      'Laws it ran under',
      'Read every answer of the record',
    ])
      expect(guardian.text).toContain(words);
    await guardian.follow('Sign as Caldicott Guardian');
    expect(guardian.text).toContain(
      'everyone can read your post, your decision and any dissent, never your name',
    );
    for (const words of ['I accept the risk', 'I give advice', 'Is the advice of'])
      expect(guardian.text).not.toContain(words);
    await guardian.press();
    expect(guardian.status).toBe(422);
    expect(guardian.issues).toEqual(['Select what you decide', 'Enter your reasons']);
    await guardian
      .choose('I approve it with conditions')
      .fill('Your reasons', REASONS)
      .fill('Do you disagree with anything in this flow, or with how it was decided?', DISSENT)
      .press();
    expect(guardian.issues).toEqual(['Enter the conditions that must be met.']);
    expect(guardian.value('Your reasons')).toBe(REASONS);
    await guardian.choose('I refuse it').choose('No other part in the scheme').press();
    expect(guardian.notice).toBe('You have signed this data flow');
    expect(guardian.text).toContain('You have signed. What happens next');
    expect(guardian.text).toContain(
      'Still to sign: Data Protection Officer and Senior Information Risk Owner or an executive.',
    );
    await guardian.open('/flows-to-sign');
    expect(guardian.text).toContain('Nothing waits for you.');
    expect(guardian.find('#signed ~ table').text()).toMatch(/Refused\s*On\s*25 November 2026/);
  });

  it('the Data Protection Officer advises and cannot approve, and the executive accepts the risk against the advice', async () => {
    world.clock.setTo('2026-11-26');
    const executive = await world.reader('executive');
    await executive.open(`/flows-to-sign/${flowId}`);
    expect(executive.text).toContain('Sign as Executive approver');
    await executive.follow('Sign as Senior Information Risk Owner');
    expect(executive.text).not.toContain('Is the advice of the Data Protection Officer followed?');

    const officer = await world.reader('officer');
    await officer.open(`/flows-to-sign/${flowId}`);
    expect(officer.text).toContain(REASONS);
    await officer.follow('Sign as Data Protection Officer');
    expect(officer.text).toContain('You do not approve (UK GDPR Article 38(6))');
    expect(officer.find('input[name=decision]')).toHaveLength(0);
    await officer.fill('Your advice', 'Decide each disclosure by itself.').press();
    expect(officer.notice).toBe('You have signed this data flow');

    await executive
      .choose('I accept the risk for the trust')
      .fill('Your reasons', 'The board knows.')
      .press();
    expect(executive.status).toBe(409);
    expect(executive.issues[0]).toContain('This record changed since you opened it');
    expect(executive.value('Your reasons')).toBe('The board knows.');
    expect(executive.text).toContain('Is the advice of the Data Protection Officer followed?');
    await executive.press();
    expect(executive.issues).toEqual(['Select whether the advice is followed']);
    await executive.choose('No', 'Is the advice of the Data Protection Officer followed?').press();
    expect(executive.issues).toEqual(['Enter why the advice is not followed.']);
    await executive.fill('Why is the advice not followed?', 'There is no time for it.').press();
    expect(executive.text).toContain('Every post has signed this version.');
    expect(executive.text).toContain('There is no time for it.');
    expect(executive.text).not.toContain('Sign as Executive approver');
    expect((await executive.open(`/flows-to-sign/${flowId}/executive-approver`)).status).toBe(409);
  });

  it('a form that is sent twice signs once', async () => {
    const id = await submittedFlow(world, policeFlow({ title: 'Sent twice' }));
    const [one, two] = [await world.reader('guardian'), await world.reader('guardian')];
    for (const reader of [one, two]) {
      await reader.open(`/flows-to-sign/${id}/caldicott-guardian`);
      reader.choose('I approve it').fill('Your reasons', 'People asked for it.');
    }
    await Promise.all([one.press(), two.press()]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
  });

  it('a reviewer finds the flows rule by rule, narrows them, and reads one as it stood on an earlier day', async () => {
    const reviewer = await world.reader('first');
    await reviewer.open('/examined-flows');
    await reviewer.follow('Example joint response team');
    expect(reviewer.find('table.candour-matrix thead').text()).toContain(TITLE);
    expect(reviewer.text).not.toContain('A draft that nobody else reads');
    expect(reviewer.find('table.candour-matrix tbody tr').length).toBeGreaterThan(10);
    await reviewer.follow('Confidentiality');
    expect(reviewer.find('#found').text()).toMatch(/^\d+ results that you asked for$/);
    expect(reviewer.text).toContain('R-CF-02, Confidentiality');
    expect(reviewer.text).toContain('Reference being checked');
    await reviewer.select('Result', 'Not shown').select('Group of rules', 'General').press('Show');
    expect(reviewer.find('table.candour-matrix tbody tr')).toHaveLength(1);
    expect(reviewer.text).toContain('2 not shown1 not shown');
    expect(reviewer.text).toContain('3 results that you asked for');
    expect(reviewer.text).toContain('R-GEN-03, General, law');

    await reviewer.follow(TITLE);
    expect(reviewer.text).toContain('This is the record as it stands today');
    expect(reviewer.text).toContain('Accepted the risk');
    await dayOf(reviewer, '25', '11');
    expect(reviewer.path).toContain('asAt=2026-11-25');
    expect(reviewer.text).toContain('as it stood at the end of 25 November 2026: version 1');
    expect(reviewer.text).toContain(REASONS);
    expect(reviewer.text).not.toContain('Accepted the risk');
    const [at = ''] = reviewer.path.split('?');
    await reviewer.open(`${at}?asAt=x`);
    expect(reviewer.issues).toEqual(['The address holds no real day. Enter the day here.']);
    await reviewer.open(`${at}?asAt=2031-01-01`);
    expect(reviewer.issues).toEqual(['The day must be today or earlier.']);
    await dayOf(reviewer, '24', '11');
    expect(reviewer.text).toContain('Nobody had signed this version.');
    expect(reviewer.text).toContain('When the flow was submitted, 23 November 2026 (shown below)');
    await dayOf(reviewer, '22', '11');
    expect(reviewer.text).toContain('By the end of 22 November 2026 no version of this flow was submitted.');
    await dayOf(reviewer, '31', '2');
    expect(reviewer.issues).toEqual(['The day must be a real date.']);
    await dayOf(reviewer, '27', '11');
    expect(reviewer.issues).toEqual(['The day must be today or earlier.']);
    expect(reviewer.text).not.toContain('Override a result');
  });

  it('the lead overrides a result in public and has the flow judged anew, and the result stays', async () => {
    world.clock.setTo('2026-11-27');
    const lead = await world.reader('lead');
    await lead.open(`/examined-flows/${flowId}`);
    await lead.follow('Override R-GEN-03');
    const form = lead.path;
    await lead.press();
    expect(lead.issues).toEqual(['Enter the reason', 'Enter the evidence']);
    await lead
      .fill('Why should this result weigh otherwise?', '=The need stands in the DPIA.')
      .fill('What does that rest on?', 'DPIA v2, page 4')
      .press();
    expect(lead.notice).toBe('The override is published');
    expect(lead.text).toContain(
      'A lead reviewer overrides this, 27 November 2026. The result stays as it is.',
    );
    expect(lead.text).not.toContain('Override R-GEN-03');
    await lead.open(form);
    await lead
      .fill('Why should this result weigh otherwise?', 'Once more')
      .fill('What does that rest on?', 'It')
      .press();
    expect(lead.status).toBe(409);
    expect(lead.value('Why should this result weigh otherwise?')).toBe('Once more');

    await lead.open(`/examined-flows/${flowId}`);
    await lead.follow('Judge this flow anew');
    await lead.fill('Why is it judged again?', 'A later rule set').press();
    expect(lead.notice).toBe('The flow was judged anew');
    expect(lead.text).toContain('A later rule set, 27 November 2026 (shown below) Judged anew');
    expect(lead.text).toContain('looked only at submitted ones that are open to the lead reviewer');
    await lead.open(`${scheme}/data-sharing/matrix`);
    expect(lead.text).toContain('These results stand beside those above and do not replace them.');
  });

  it('everyone reads counts, the override and dissent word for word, and no name, reason or draft', async () => {
    const visitor = new PageReader(world.address);
    await visitor.open(scheme);
    await visitor.follow('How people’s records are shared');
    expect(visitor.find('blockquote').first().text()).toBe(DISSENT);
    for (const words of [
      '2 data flows.',
      'Caldicott Guardian: Refused, 25 November 2026',
      'Data Protection Officer: Gave advice, 26 November 2026',
      'Senior Information Risk Owner: Accepted the risk, 26 November 2026. The Data Protection Officer’s advice is not followed',
      '=The need stands in the DPIA.',
      'DPIA v2, page 4',
      'Overridden by the lead reviewer',
      'This record does not show why the sharing is necessary',
    ])
      expect(visitor.text).toContain(words);
    const files = await filesOf(visitor);
    for (const open of [visitor.html, files.csv, files.text])
      for (const words of [
        REASONS,
        TITLE,
        'The guardian',
        'The lead',
        'A draft that',
        'no time for it',
        'What the trust says',
      ])
        expect(open).not.toContain(words);
  });

  it('and takes away a table and a file that say the same as the page, with no cell that runs', async () => {
    const visitor = await new PageReader(world.address).open(`${scheme}/data-sharing`);
    const { csv, json, types } = await filesOf(visitor);
    expect(types).toEqual(['text/csv; charset=utf-8', 'application/json; charset=utf-8']);
    expect(csv).toContain(",'=The need stands in the DPIA.,");
    const [heading = '', ...lines] = csv
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    const named = json.lines.map((line) =>
      Object.keys(line).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
    );
    expect(heading.split(',')).toEqual(expect.arrayContaining([...new Set(named.flat())]));
    expect(lines).toHaveLength(json.lines.length);
    for (const { label, outcome } of [
      { label: 'not shown', outcome: 'FAIL' },
      { label: 'not known', outcome: 'UNKNOWN' },
      { label: 'take care', outcome: 'WARN' },
      { label: 'shown', outcome: 'PASS' },
    ]) {
      const cells = visitor.find(`.candour-matrix__count--${outcome.toLowerCase()}`);
      const shown = cells.get().reduce((total, _, place) => total + parseInt(cells.eq(place).text(), 10), 0);
      const counted = json.lines.filter(
        (line) => line.tells === 'count' && line.newest && line.outcome === outcome,
      );
      const sum = counted.reduce((total, { count = 0 }) => total + count, 0);
      expect([label, shown]).toEqual([label, sum]);
      expect(cells.first().text()).toContain(sum === 0 ? '' : label);
      expect(json.totals[outcome]).toBe(sum);
    }
    expect(json.lines.find(({ dissent }) => dissent)?.dissent).toBe(DISSENT);
    expect(json.lines.find(({ tells }) => tells === 'override')?.reason).toBe(
      '=The need stands in the DPIA.',
    );
  });

  it('each wrong person is refused, and what is not theirs looks like nothing', async () => {
    const signing = `/flows-to-sign/${flowId}/caldicott-guardian`;
    const answers = async (part: Part, path: string) => (await (await world.reader(part)).open(path)).status;
    for (const part of ['submitter', 'lead', 'auditor', 'admin', 'group'] as const)
      expect(await answers(part, signing)).toBe(403);
    expect(await answers('officer', signing)).toBe(404);
    expect(await answers('guardian', `/flows-to-sign/${flowId}/data-protection-officer`)).toBe(404);
    const elsewhere = await signedIn(
      { ...world, app: world.candour },
      'CALDICOTT_GUARDIAN',
      undefined,
      world.clock.now(),
    );
    for (const path of [signing, `/flows-to-sign/${flowId}`])
      expect((await elsewhere.page.open(path)).status).toBe(404);
    const read = [`/examined-flows/${flowId}`, `${scheme}/data-sharing/matrix`];
    for (const part of ['stranger', 'otherLead', 'submitter', 'guardian', 'admin', 'group'] as const)
      for (const path of read) expect([part, path, await answers(part, path)]).toEqual([part, path, 404]);
    for (const part of ['first', 'lived', 'lead', 'auditor'] as const)
      for (const path of read) expect([part, path, await answers(part, path)]).toEqual([part, path, 200]);
    for (const part of ['first', 'auditor', 'otherLead', 'guardian'] as const)
      expect(await answers(part, `/examined-flows/${flowId}/judge-anew`)).toBe(404);
    const draft = await drafted(world);
    expect(await answers('guardian', `/flows-to-sign/${draft}`)).toBe(404);
    expect(await answers('auditor', `/examined-flows/${draft}`)).toBe(404);
    const visitor = await new PageReader(world.address).open(`/examined-flows/${flowId}`);
    expect(visitor.path).toContain('/sign-in');
  });

  it('a new version shows what changed since the last decision, and the old one says where to go', async () => {
    const flows = world.service(FlowsService);
    const submitter = await world.as('submitter');
    const { id } = await flows.revise(submitter, flowId, 'The ambulance trust receives it too.');
    await flows.change(submitter, id, policeFlow({ title: TITLE, necessityText: 'Now it says why.' }));
    await flows.submit(submitter, id, { explanations: await everyExplanation(world, submitter, id) });
    const guardian = await world.reader('guardian');
    await guardian.open('/flows-to-sign');
    await guardian.follow(TITLE);
    const changed = guardian.find('#changed').nextUntil('h2').text();
    for (const words of [
      'Version 1 was the last that anybody signed',
      'Caldicott Guardian: Refused, 25 November 2026',
      'The ambulance trust receives it too.',
      'Now it says why.',
    ])
      expect(changed).toContain(words);
    await guardian.open(`/flows-to-sign/${flowId}`);
    expect(guardian.text).toContain('Version 2 is submitted, so that is the one to sign.');
    expect((await guardian.open(`/flows-to-sign/${flowId}/caldicott-guardian`)).status).toBe(409);
    const reviewer = await world.reader('lived');
    await reviewer.open(`/examined-flows/${id}?asAt=2026-11-26`);
    expect(reviewer.text).toContain('as it stood at the end of 26 November 2026: version 1');
    expect(reviewer.text).not.toContain('Now it says why.');
    const visitor = await new PageReader(world.address).open(`${scheme}/data-sharing`);
    expect(visitor.find('#flow-1').text()).toContain('Flow 1, version 2');
    expect(visitor.find('#flow-1').text()).toContain('(version 1)');
  });

  /** The table and the file, as they are fetched from the links of the page. */
  async function filesOf(visitor: PageReader) {
    const responses = await Promise.all(
      ['Table (CSV)', 'File for programs (JSON)'].map((words) =>
        fetch(world.address + (visitor.find(`main a:contains("${words}")`).attr('href') ?? '')),
      ),
    );
    const [csv = '', text = ''] = await Promise.all(responses.map((response) => response.text()));
    const json = JSON.parse(text) as { lines: Line[]; totals: Record<string, number> };
    return { csv, text, json, types: responses.map(({ headers }) => headers.get('content-type')) };
  }
});

async function dayOf(reader: PageReader, day: string, month: string): Promise<void> {
  reader.fillDate('Show the record as it stood at the end of', { day, month, year: '2026' });
  await reader.press('Show that day');
}

interface Line {
  readonly tells: string;
  readonly newest: boolean;
  readonly outcome?: string;
  readonly count?: number;
  readonly dissent?: string | null;
  readonly reason?: string;
}
