import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { VISITOR } from '../../src/identity/actor.js';
import { DisclosuresQueries } from '../../src/data-sharing/disclosing/disclosures.queries.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, drafted, everyExplanation, submittedFlow } from '../support/data-flows.js';
import { interestedParty } from '../support/interested-party.js';
import { pastTheLedger, servedReviewWorld, type Part, type ServedReviewWorld } from '../support/reviews.js';

const WROTE_IT = 'You wrote or submitted words of this version or of one before it';
const NOBODY_JUDGES_OWN = 'nobody judges words that they wrote or submitted themselves';
const MADE_UP = { rule: 'R-GEN-02', finding: 'ADEQUATE', reason: 'We know that it is right.' };

describe('A trust that would judge its own words', () => {
  let world: ServedReviewWorld;
  let flowId: Uuid;
  let reportId: Uuid;
  /** A draft, and another flow that is submitted. */
  let others: readonly [Uuid, Uuid];

  beforeAll(async () => {
    world = await servedReviewWorld();
    await roleFor('stranger', 'TRUST_SUBMITTER');
    const draft = await drafted(world, aFlow());
    const flows = world.service(FlowsService);
    await flows.change(await world.as('stranger'), draft, aFlow({ title: 'Words of a colleague' }));
    const submitter = await world.as('submitter');
    const explanations = await everyExplanation(world, submitter, draft);
    ({ reportId } = await flows.submit(submitter, draft, { explanations }));
    flowId = draft;
    others = [await drafted(world), await submittedFlow(world)];
    await roleFor('submitter', 'CALDICOTT_GUARDIAN');
    await roleFor('stranger', 'DATA_PROTECTION_OFFICER');
  }, 120_000);

  afterAll(() => world.close());

  it.each([
    ['submitter', 'CALDICOTT_GUARDIAN', 'caldicott-guardian'],
    ['stranger', 'DPO', 'dpo'],
  ] as const)(
    'makes a Guardian or an officer of %s, who wrote them: no page, no program and no SQL lets them judge',
    async (part, post, slug) => {
      const party = interestedParty(world, part);
      const page = await party.page(`/data-flows/${flowId}/judgements/${slug}`);
      expect([page.status, page.text]).toEqual([409, expect.stringContaining(WROTE_IT)]);
      const sent = await party.post(`flows/${flowId}/reports/${reportId}/judgements`, {
        post,
        judgements: [MADE_UP],
      });
      expect([sent.status, sent.text]).toEqual([409, expect.stringContaining(WROTE_IT)]);
      expect(await party.sql(inserted(part, post))).toContain(NOBODY_JUDGES_OWN);
    },
  );

  it('nor does it judge in the name of a Guardian who did not', async () => {
    expect(
      await interestedParty(world, 'submitter').sql(inserted('guardian', 'CALDICOTT_GUARDIAN')),
    ).toContain('row-level security');
    expect(await interestedParty(world, 'guardian').sql(inserted('guardian', 'DPO'))).toContain(
      'row-level security',
    );
  });

  it('nor takes its Guardian a judgement back, rewrites it or keeps it from the public', async () => {
    const guardian = interestedParty(world, 'guardian');
    const reason = 'It names nobody who decides.';
    const sent = await guardian.post(`flows/${flowId}/reports/${reportId}/judgements`, {
      post: 'CALDICOTT_GUARDIAN',
      judgements: [{ ...MADE_UP, finding: 'NOT_ADEQUATE', reason }],
    });
    expect(sent.status).toBe(201);
    for (const text of [
      "UPDATE data_sharing.stated_judgement SET finding = 'ADEQUATE'",
      'DELETE FROM data_sharing.stated_judgement',
      "UPDATE data_sharing.flow_disclosure SET content = '{}'",
      "DELETE FROM data_sharing.flow_disclosure WHERE subject = 'judgement'",
    ])
      expect([text, await guardian.sql(text)]).toEqual([text, expect.stringContaining('permission denied')]);
    const told = await world.service(DisclosuresQueries).all(VISITOR, world.deploymentId);
    expect(told.rows.map(({ content }) => content)).toContainEqual(
      expect.objectContaining({ tells: 'judgement', finding: 'NOT_ADEQUATE', reason }),
    );
  });

  it('nor tells the public a judgement that is not there or is another, or makes one that nobody is told of', async () => {
    const guardian = interestedParty(world, 'guardian');
    const id = newId();
    const judged = inserted('guardian', 'CALDICOTT_GUARDIAN', { id: `'${id}'`, finding: "'NOT_ADEQUATE'" });
    for (const text of [told(newId(), 'ADEQUATE'), `${judged}; ${told(id, 'ADEQUATE')}`])
      expect(await guardian.sql(text)).toContain('the public is told what was recorded');
    expect(await guardian.sql(`${judged}; ${told(id, 'NOT_ADEQUATE')}`)).toContain(
      'has no event in its transaction',
    );
    expect(await guardian.sql(judged)).toMatch(
      /a judgement is told to everybody|has no event in its transaction/,
    );
  });

  it('nor has words found adequate that no report states, of a draft or of another record', async () => {
    const guardian = interestedParty(world, 'guardian');
    for (const [column, value] of [
      ['said', "'This record says all that anybody could ask for; nobody has checked it.'"],
      ['rule', "'R-A6-01'"],
      ['rule_version', '99'],
      ['input_hash', `'${'0'.repeat(64)}'`],
    ] as const)
      expect([
        column,
        await guardian.sql(inserted('guardian', 'CALDICOTT_GUARDIAN', { [column]: value })),
      ]).toEqual([column, expect.stringContaining('the report does not hold these words as stated')]);
    const [draft, other] = others;
    const ofDraft = inserted('guardian', 'CALDICOTT_GUARDIAN', { flow_id: `'${draft}'` });
    expect(await guardian.sql(ofDraft)).toContain('the flow is not submitted');
    const ofOther = inserted('guardian', 'CALDICOTT_GUARDIAN', { flow_id: `'${other}'` });
    expect(await guardian.sql(ofOther)).toContain('the report does not hold these words as stated');
  });

  it('and an administrator judges nothing, reads none of it and learns of nobody who wrote', async () => {
    const admin = interestedParty(world, 'admin');
    expect((await admin.page(`/data-flows/${flowId}/judgements/caldicott-guardian`)).status).toBe(403);
    const sent = await admin.post(`flows/${flowId}/reports/${reportId}/judgements`, {
      post: 'CALDICOTT_GUARDIAN',
      judgements: [MADE_UP],
    });
    expect(sent.status).toBe(403);
    expect(await admin.sql('SELECT FROM data_sharing.stated_judgement')).toBe('0 rows');
    expect(
      await admin.sql(`SELECT data_sharing.written_by('${flowId}', '${world.personId('stranger')}')`),
    ).toContain('permission denied');
    expect(await admin.sql('SELECT value FROM ledger.opening')).toBe('0 rows');
  });

  it('and whatever is found of its words, the result of the rule stays only stated', async () => {
    const report = await world.service(FlowsQueries).report(await world.as('guardian'), reportId);
    const result = report?.results.find(({ rule }) => rule === MADE_UP.rule);
    expect([result?.outcome, report?.judgements.length]).toEqual(['STATED', 1]);
  });

  /** What the public would be told, as somebody would write it who has the application's role and a program for SQL. */
  function told(judgementId: Uuid, finding: string): string {
    const content = `jsonb_build_object('tells', 'judgement', 'rule', x ->> 'rule', 'ruleVersion', x -> 'version',
      'post', 'CALDICOTT_GUARDIAN', 'finding', '${finding}', 'reason', '${MADE_UP.reason}')`;
    return `INSERT INTO data_sharing.flow_disclosure (id, revision, flow_id, deployment_id, organisation_id, series_id, version,
        subject, subject_id, disclosed_on, content)
      SELECT '${newId()}', 1, r.flow_id, r.deployment_id, r.organisation_id, r.flow_id, 1, 'judgement', '${judgementId}',
        '2026-11-23', ${content} FROM data_sharing.rule_report r, jsonb_array_elements(r.results) x
      WHERE r.id = '${reportId}' AND x ->> 'rule' = '${MADE_UP.rule}'`;
  }

  /** Ends what the person holds and gives them this role of the trust. */
  async function roleFor(part: Part, role: string): Promise<void> {
    const id = world.personId(part);
    await pastTheLedger(
      world.superuser,
      `UPDATE identity.membership SET ended_on = '2026-11-20' WHERE person_id = '${id}' AND ended_on IS NULL;
       INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
       VALUES ('${newId()}', 1, '${id}', '${role}', '${world.trustId}', '2026-11-20')`,
    );
  }

  /** A judgement as somebody would write it who has the application's role and a program for SQL. */
  function inserted(judge: Part, post: string, other: Readonly<Record<string, string>> = {}): string {
    const values = {
      id: `'${newId()}'`,
      revision: '1',
      flow_id: 'r.flow_id',
      deployment_id: 'r.deployment_id',
      organisation_id: 'r.organisation_id',
      report_id: 'r.id',
      input_hash: 'r.input_hash',
      rule: "x ->> 'rule'",
      rule_version: "(x ->> 'version')::integer",
      said: "x ->> 'message'",
      post: `'${post}'`,
      finding: "'ADEQUATE'",
      reason: "'We know that it is right.'",
      judged_by: `'${world.personId(judge)}'`,
      judged_on: "'2026-11-23'",
      ...other,
    };
    return `INSERT INTO data_sharing.stated_judgement (${Object.keys(values).join(', ')})
      SELECT ${Object.values(values).join(', ')} FROM data_sharing.rule_report r, jsonb_array_elements(r.results) x
      WHERE r.id = '${reportId}' AND x ->> 'rule' = '${MADE_UP.rule}'`;
  }
});
