import type { JudgementRow, OverrideRow } from '../flow/flow-rows.js';
import { archetypes, flowFrom } from '../../legal-basis/record/archetypes.js';
import { currentRuleSet } from '../../legal-basis/rules/all-rules.js';
import { evaluate, type RuleResult } from '../../legal-basis/rules/engine/evaluate.js';
import { kindInWords } from '../../legal-basis/rules/engine/rule.js';
import { readRegister } from '../../legal-basis/rules/matter/read-register.js';
import { reportOfSection, shownReport, type ReportContext } from './report-shown.js';

const CONTEXT: ReportContext = {
  ...{ flowId: 'f', mendable: true, explanations: {}, overrides: [] },
  ...{ judgements: [], signed: [] },
};

describe('What the rules say is read by what to do next', () => {
  it('with every result in exactly one group, and the rules of the team officer among what is to be put right', () => {
    const results = judged();
    const groups = shownReport(results, CONTEXT);
    const found = groups.flatMap((group) => group.results.map(({ rule }) => rule));
    expect([...found].sort()).toEqual(results.map(({ rule }) => rule).sort());
    expect(rulesOf(groups, 'mend')).toEqual(expect.arrayContaining(['R-CF-02', 'R-CAL-02']));
    expect(rulesOf(groups, 'waits')).toContain('R-CAL-03');
  });

  it('and a rule waits only for those who have not signed: what the Guardian left open is not shown', () => {
    const waitsAfter = (...signed: string[]) =>
      rulesOf(shownReport(judged(), { ...CONTEXT, signed }), 'waits').includes('R-CAL-03');
    expect([waitsAfter('DPO', 'EXEC_APPROVER'), waitsAfter('CALDICOTT_GUARDIAN')]).toEqual([true, false]);
    const groups = shownReport(judged(), { ...CONTEXT, signed: ['CALDICOTT_GUARDIAN'] });
    expect(rulesOf(groups, 'mend')).toContain('R-CAL-03');
  });

  it('and what is only stated is apart from it once somebody judged these words, and is never shown by that', () => {
    const said = 'This record says so; nobody has checked it.';
    const results = judged().map((result, place) =>
      place < 2 ? ({ ...result, outcome: 'STATED', message: said } as const) : result,
    );
    const [one, other] = results;
    const judgement: JudgementRow = {
      ...{ id: 'j', reportId: 'r', inputHash: '', rule: one?.rule ?? '', ruleVersion: one?.version ?? 0 },
      ...({ said, post: 'DPO', finding: 'ADEQUATE', reason: 'I read it.' } as const),
      ...{ judgedOn: '2026-05-03', followedOn: null },
    };
    const groups = shownReport(results, { ...CONTEXT, judgements: [judgement] });
    expect(rulesOf(groups, 'judged')).toEqual([one?.rule]);
    expect(rulesOf(groups, 'stated')).toEqual([other?.rule]);
    expect(rulesOf(groups, 'shown')).not.toContain(one?.rule);
    const [shown] = groups.find(({ key }) => key === 'judged')?.results ?? [];
    expect(shown?.judgements).toMatchObject([
      { text: 'Judged adequate by the Data Protection Officer, 3 May 2026', reason: 'I read it.' },
    ]);
    expect(shown?.message).not.toContain('nobody has checked');
  });

  it('and results for a draft lead to their question; for a reader who cannot mend it they lead nowhere', () => {
    const [group] = shownReport(judged(), CONTEXT);
    const found = group?.results.find(({ rule }) => rule === 'R-CAL-02');
    expect(found?.place).toMatchObject({
      href: '/data-flows/f/data-and-people#mechanism',
      page: 'Data and people',
    });
    const read = shownReport(judged(), { ...CONTEXT, mendable: false });
    expect(read.flatMap(({ results }) => results).filter(({ place }) => place !== null)).toEqual([]);
    expect(read.map(({ title }) => title)).toEqual(expect.arrayContaining(['Not shown', 'Not known']));
  });

  it('and every controller without a legal basis is told, and not the first alone', () => {
    const flow = { senderOrgId: 'a', recipientOrgIds: ['b', 'c'], identifiability: 'IDENTIFIABLE' };
    const results = evaluate(flow, readRegister({}), currentRuleSet, '2026-11-22');
    const found = shownReport(results, CONTEXT)
      .flatMap((group) => group.results)
      .find(({ rule }) => rule === 'R-GEN-04');
    const told = [found?.message ?? '', ...(found?.also ?? [])];
    expect(told.map((text) => /: (\w) asserts none\./.exec(text)?.[1])).toEqual(['a', 'b', 'c']);
  });

  it('and a long group opens part by part, none of them losing a result', () => {
    for (const mendable of [true, false])
      for (const { key, results, parts } of shownReport(judged(), { ...CONTEXT, mendable })) {
        if (results.length <= (key === 'mend' ? 15 : 6)) expect(parts).toEqual([]);
        else expect(parts.flatMap((part) => part.results)).toHaveLength(results.length);
      }
  });

  it('but what the record does not show is read at once, as long as it is not very long', () => {
    const foldedAt = (count: number): boolean => {
      const failing = judged()
        .slice(0, count)
        .map((result) => ({ ...result, outcome: 'FAIL' as const }));
      return shownReport(failing, CONTEXT).some(({ key, parts }) => key === 'mend' && parts.length > 0);
    };
    expect([foldedAt(15), foldedAt(16)]).toEqual([false, true]);
  });

  it('and a page of the form is told only what it can mend itself', () => {
    const groups = reportOfSection(shownReport(judged(), CONTEXT), 'confidentiality');
    const sections = groups.flatMap(({ results }) => results.map(({ place }) => place?.section));
    expect(rulesOf(groups, 'mend')).toEqual(['R-CF-02']);
    expect([...new Set(sections)]).toEqual(['confidentiality']);
    expect(groups.every(({ open, parts }) => open && parts.length === 0)).toBe(true);
  });

  it('and explanations and overrides stand beside the result, which stays as it is', () => {
    const override: OverrideRow = {
      id: 'o',
      reportId: 'r',
      rule: 'R-CF-02',
      ruleVersion: 1,
      outcome: 'FAIL',
      reason: 'A reason.',
      evidence: 'A document.',
      madeOn: '2026-11-01',
    };
    const groups = shownReport(judged(), {
      ...CONTEXT,
      explanations: { 'R-CF-02': 'Said.' },
      overrides: [override],
    });
    const found = groups
      .flatMap(({ results }) => results)
      .filter(({ rule }) => /^R-C(F-02|AL-02)$/.test(rule));
    expect(found).toMatchObject([
      { rule: 'R-CF-02', outcome: 'FAIL', explanation: 'Said.', overrides: [override] },
      { rule: 'R-CAL-02', explanation: null, overrides: [] },
    ]);
  });

  it('and a reference from general knowledge is marked, and one seen in a source links to it', () => {
    const all = shownReport(judged(), CONTEXT).flatMap(({ results }) => results);
    expect(all.find(({ rule }) => rule === 'R-DPIA-04')).toMatchObject({ beingChecked: true, sources: [] });
    const seen = all.find(({ rule }) => rule === 'R-CF-02');
    expect(seen).toMatchObject({ beingChecked: false });
    expect(seen?.sources.map(({ href }) => href)).toEqual([
      expect.stringMatching(/^\/sources\/L\d+$/),
      expect.stringMatching(/^\/sources\/L\d+$/),
    ]);
  });

  it('and so does a stored report that cites what no rule cites any more', () => {
    const refs = ['L12', 'L19', 'L20'] as const;
    const [result] = judged().map((one) => ({ ...one, citation: { ...one.citation, refs } }));
    const [group] = shownReport(result ? [result] : [], CONTEXT);
    expect(group?.results[0]?.sources.map(({ href }) => href)).toEqual(refs.map((ref) => `/sources/${ref}`));
  });

  it('and kinds of rule are words', () => {
    expect(kindInWords('L/P')).toBe('law and platform policy');
  });
});

function rulesOf(groups: ReturnType<typeof shownReport>, wanted: string): readonly string[] {
  return groups.filter(({ key }) => key === wanted).flatMap(({ results }) => results.map(({ rule }) => rule));
}

/** The flow to the officer in the team, as such schemes are described. */
function judged(): readonly RuleResult[] {
  const archetype = archetypes.find(({ code }) => code === 'F3');
  if (!archetype) throw new Error('The archetype F3 is missing.');
  const record = {
    ...flowFrom(archetype),
    ...{ senderOrgId: 'trust', recipientOrgIds: ['police'], mechanism: 'FULL_RECORD_ACCESS' },
    parties: [
      { orgId: 'trust', name: 'Example Trust', orgType: 'NHS_MH_TRUST' },
      { orgId: 'police', name: 'Example Police', orgType: 'POLICE_FORCE' },
    ],
    confidentiality: { route: 'IMPLIED_CONSENT_DIRECT_CARE' },
  };
  return evaluate(record, readRegister({}), currentRuleSet, '2026-11-22');
}
