import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, signed, submittedFlow, underReview } from '../support/data-flows.js';
import { interestedParty } from '../support/interested-party.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

const AS_RECORDED = 'the public is told what was recorded';
const WHATEVER_IS_DONE = 'everybody is told what is done with a submitted flow';

describe('Whoever signs a flow, overrides a result or reports on it', () => {
  let world: ServedReviewWorld;
  let flowId: Uuid;
  let reportId: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    flowId = await submittedFlow(world, aFlow({ necessityText: '' }));
    await underReview(world);
    ({ reportId } = await signed(world, 'guardian', flowId, {
      decision: 'REFUSED',
      dissent: 'I was not asked.',
    }));
  }, 120_000);

  afterAll(() => world.close());

  it.each([
    ['guardian', 'an approval of a refusal', signing, `'decision', 'APPROVED', 'dissent', 'I object.'`],
    ['guardian', 'a refusal without its dissent', signing, `'decision', 'REFUSED', 'dissent', NULL`],
    ['lead', 'an override with another reason', overriding, `'outcome', 'FAIL', 'reason', 'Because.'`],
    [
      'lead',
      'an override of a milder outcome',
      overriding,
      `'outcome', 'WARN', 'reason', 'It is said elsewhere.'`,
    ],
    ['guardian', 'a report that finds no fault', reporting, `'notShown', '[]'::jsonb`],
    ['guardian', 'a report with another label', reporting, `'label', 'Found lawful'`],
  ] as const)('does not tell the public otherwise, by SQL: %s, %s', async (part, _, recorded, otherwise) => {
    const { subject, id, text, content } = recorded();
    const party = interestedParty(world, part);
    const differently = `${content} || jsonb_build_object(${otherwise})`;
    expect(await party.sql(`${text}; ${told(subject, id, differently)}`)).toContain(AS_RECORDED);
    expect(await party.sql(`${text}; ${told(subject, id, content)}`)).toContain(
      'has no event in its transaction',
    );
    const silently = `${text}; SET CONSTRAINTS data_sharing."what is done is told" IMMEDIATE`;
    expect(await party.sql(silently)).toContain(WHATEVER_IS_DONE);
  });

  it('nor tells of another version, of another day, or of nothing at all', async () => {
    const { subject, id, text, content } = signing();
    const guardian = interestedParty(world, 'guardian');
    for (const other of [
      told(subject, id, content, { version: '2' }),
      told(subject, id, content, { series_id: `'${newId()}'` }),
      told(subject, id, content, { disclosed_on: "'2026-11-01'" }),
      told(subject, newId(), content),
    ])
      expect(await guardian.sql(`${text}; ${other}`)).toContain(AS_RECORDED);
  });

  it('and a trust does not judge its own flow anew under a label of its own, by program or by SQL', async () => {
    const submitter = interestedParty(world, 'submitter');
    const before = await reports();
    expect((await submitter.post(`flows/${flowId}/reports`, { label: 'Found lawful' })).status).toBe(403);
    expect(await submitter.sql(reporting().text)).toContain('row-level security');
    expect(await reports()).toEqual(before);
  });

  async function reports(): Promise<unknown> {
    const flow = await world.service(FlowsQueries).one(await world.as('submitter'), flowId);
    return flow?.reports.map(({ label }) => label);
  }

  function signing(): Recorded {
    const id = newId();
    return {
      ...{ subject: 'sign-off', id },
      text: `INSERT INTO data_sharing.flow_sign_off (id, revision, flow_id, deployment_id, organisation_id, capacity, decision,
          signed_by, signed_on, reasons, dissent, scheme_parts)
        SELECT '${id}', 1, f.id, f.deployment_id, f.organisation_id, 'CALDICOTT_GUARDIAN', 'REFUSED',
          '${world.personId('guardian')}', '2026-11-23', 'Because.', 'I object.', '{}'
        FROM data_sharing.data_flow f WHERE f.id = '${flowId}'`,
      content: `jsonb_build_object('tells', 'sign-off', 'capacity', 'CALDICOTT_GUARDIAN', 'decision', 'REFUSED',
        'adviceFollowed', NULL, 'dissent', 'I object.')`,
    };
  }

  function overriding(): Recorded {
    const id = newId();
    return {
      ...{ subject: 'override', id },
      text: `INSERT INTO data_sharing.rule_override (id, revision, flow_id, deployment_id, organisation_id, report_id, rule,
          rule_version, outcome, reason, evidence, made_by, made_on)
        SELECT '${id}', 1, r.flow_id, r.deployment_id, r.organisation_id, r.id, 'R-GEN-03', (x ->> 'version')::integer, 'FAIL',
          'It is said elsewhere.', 'Page 2.', '${world.personId('lead')}', '2026-11-23'
        FROM data_sharing.rule_report r, jsonb_array_elements(r.results) x
        WHERE r.id = '${reportId}' AND x ->> 'rule' = 'R-GEN-03'`,
      content: `(SELECT jsonb_build_object('tells', 'override', 'rule', 'R-GEN-03', 'ruleVersion', o.rule_version,
        'outcome', 'FAIL', 'reason', 'It is said elsewhere.', 'evidence', 'Page 2.')
        FROM data_sharing.rule_override o WHERE o.id = '${id}')`,
    };
  }

  /** The newest report once more, as if somebody had signed. */
  function reporting(): Recorded {
    const id = newId();
    return {
      ...{ subject: 'rule-results', id },
      text: `INSERT INTO data_sharing.rule_report (id, revision, flow_id, deployment_id, organisation_id, occasion, label,
          rule_set, as_at, made_on, input_hash, results)
        SELECT '${id}', 1, r.flow_id, r.deployment_id, r.organisation_id, r.occasion, r.label, r.rule_set, r.as_at, r.made_on,
          r.input_hash, r.results FROM data_sharing.rule_report r WHERE r.id = '${reportId}'`,
      content: `(SELECT d.content FROM data_sharing.flow_disclosure d WHERE d.subject_id = '${reportId}')`,
    };
  }

  /** What the public would be told, as somebody would write it who has the application's role and a program for SQL. */
  function told(
    subject: string,
    id: Uuid,
    content: string,
    other: Readonly<Record<string, string>> = {},
  ): string {
    const values = {
      id: `'${newId()}'`,
      revision: '1',
      flow_id: 'f.id',
      deployment_id: 'f.deployment_id',
      organisation_id: 'f.organisation_id',
      series_id: 'f.series_id',
      version: 'f.version',
      subject: `'${subject}'`,
      subject_id: `'${id}'`,
      disclosed_on: "'2026-11-23'",
      content,
      ...other,
    };
    return `INSERT INTO data_sharing.flow_disclosure (${Object.keys(values).join(', ')})
      SELECT ${Object.values(values).join(', ')} FROM data_sharing.data_flow f WHERE f.id = '${flowId}'`;
  }
});

/** Something of a flow as somebody writes it by SQL, and what the public is to be told of it. */
interface Recorded {
  readonly subject: string;
  readonly id: Uuid;
  readonly text: string;
  readonly content: string;
}
