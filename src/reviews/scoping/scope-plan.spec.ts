import { scopeLines } from './scope-lines.js';
import { scopePlan, type ScopeCandidate } from './scope-plan.js';

const TODAY = '2026-11-23';

function candidate(name: string, different: Partial<ScopeCandidate> = {}): ScopeCandidate {
  const called = { id: name, key: `key-${name.toLowerCase()}`, odsCode: name, otherNames: [], name };
  return { ...called, closedOn: null, followedBy: [], turn: 0, decision: null, ...different };
}

describe('A pick of who owes an answer', () => {
  const open = candidate('RAA');
  const closed = candidate('RBB', { closedOn: '2024-11-01', followedBy: [{ name: 'Example Successor' }] });
  const closing = candidate('RCC', { closedOn: '2026-11-24' });
  const asked = candidate('RDD', { decision: 'ASKED', turn: 1 });
  const removed = candidate('REE', { decision: 'REMOVED', turn: 2 });
  const all = [open, closed, closing, asked, removed];

  it('of a list asks who is open, leaves out who has closed with the reason, and undoes no decision', () => {
    expect(scopePlan(all, { codes: null, leaveOut: [] }, TODAY)).toEqual({
      asking: [open, closing],
      leavingOut: [
        {
          organisation: closed,
          reason: 'The register says that it closed: 1 November 2024. Example Successor followed it.',
        },
      ],
      unchanged: [asked, removed],
      issues: [],
    });
  });

  it('by code asks even who has closed or was removed, because somebody named them', async () => {
    const { lines } = await scopeLines('codes', 'ODS code\nrbb\nkey-ree\n');
    const plan = scopePlan(all, { codes: lines, leaveOut: [] }, TODAY);
    expect(plan.asking).toEqual([closed, removed]);
  });

  it('leaves out whom a reason stands beside, in a column or in a list of its own', async () => {
    const codes = (await scopeLines('codes', 'RAA;It was asked elsewhere\nRCC;\n')).lines;
    const leaveOut = (await scopeLines('leaveOut', 'RCC, It merges, and soon')).lines;
    const plan = scopePlan(all, { codes, leaveOut }, TODAY);
    expect(plan.asking).toEqual([]);
    expect(plan.leavingOut.map(({ organisation, reason }) => [organisation.name, reason])).toEqual([
      ['RAA', 'It was asked elsewhere'],
      ['RCC', 'It merges, and soon'],
    ]);
  });

  it('names each row that will not do, with what to do about it', async () => {
    const codes = await scopeLines('codes', 'RAA\nRZZ\nRAA\n,a reason without a code\n');
    expect(codes.issues.map(({ text }) => text)).toEqual([
      'Row 3: RAA stands in row 1 already. Take one of the two away',
      'Row 4: there is no code. Write it in the first column',
    ]);
    const leaveOut = await scopeLines('leaveOut', 'RBB, not picked\nRAA\nRCC, asdf');
    const { issues } = scopePlan(all, { codes: codes.lines, leaveOut: leaveOut.lines }, TODAY);
    expect(issues).toEqual([
      { field: 'codes', text: 'Row 2: RZZ is no code of the register' },
      { field: 'leaveOut', text: 'Row 1: RBB is not among those you picked' },
      { field: 'leaveOut', text: 'Row 2: say why RAA is left out, after a comma' },
      { field: 'leaveOut', text: 'Row 3: say why RCC is left out, after a comma' },
    ]);
  });
});
