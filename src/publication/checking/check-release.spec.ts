import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { checkRelease } from './check-release.js';

/** A release of the demo world's fictional review: four reviewers, one of them set aside, and two meetings. */
const TEXT = readFileSync('test/support/example-release-2.json', 'utf8');

interface Released {
  rating: { overall: string };
  review: { submittedOn: string };
  open: { cannotBeVerified: string[] };
  panel: { reviewers: number; scored: { reviewer: string; became: string }[] };
  agreement: { ordinalAlpha: number; ordinalAlphaInterval: { low: number } };
  criteria: {
    code: string;
    independent: { reviewer: string; score: string; rationale: string; evidenceIds: string[] }[];
    meeting: {
      proposals: { said: { reviewer: string; stance: string }[]; silent: string[]; score: string }[];
    } | null;
    counted: { score: string; moderated: string };
  }[];
}

function faultsOf(text: string): string[] {
  const checked = checkRelease(text);
  if ('fault' in checked) return [checked.fault];
  return checked.checks.filter(({ holds }) => !holds).map(({ about }) => about);
}

function changed(change: (released: Released) => void): string {
  const released = JSON.parse(TEXT) as Released;
  change(released);
  return canonicalJson(JSON.parse(JSON.stringify(released)) as Json);
}

describe('A release computed again from its public file', () => {
  it('comes out as it was published, with the fingerprint of its bytes', () => {
    const checked = checkRelease(TEXT);
    if ('fault' in checked) throw new Error(checked.fault);
    expect(checked.contentHash).toBe(createHash('sha256').update(TEXT).digest('hex'));
    expect(checked.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(checked.checks.map(({ about }) => about)).toEqual(
      expect.arrayContaining([
        'The lock of reviewer A',
        'The overall rating',
        'The agreement with its interval',
      ]),
    );
  });

  it.each<[string, (released: Released) => void, readonly string[]]>([
    [
      'a score',
      (all) => Object.assign(scoreIn(all, 'SIM-POL-03', 'A'), { score: '3' }),
      ['The lock of reviewer A'],
    ],
    [
      'named evidence',
      (all) =>
        Object.assign(scoreIn(all, 'SIM-POL-03', 'C'), {
          evidenceIds: ['0190a000-0000-7000-8000-000000000001'],
        }),
      ['The lock of reviewer C'],
    ],
    [
      'a reason',
      (all) => Object.assign(scoreIn(all, 'SIM-POL-03', 'D'), { rationale: 'All is well.' }),
      ['The reason of reviewer D on SIM-POL-03'],
    ],
    [
      'what counts on a red line',
      (all) => Object.assign(criterion(all, 'SIM-POL-01').counted, { score: '2', moderated: '2' }),
      ['What counts on SIM-POL-01', 'The overall rating', 'The rating of each domain'],
    ],
    [
      'what became of a proposal that counted only inside the range',
      (all) =>
        Object.assign(criterion(all, 'SIM-POL-01').meeting?.proposals[0] ?? {}, {
          outcome: 'ALL_CONFIRMED',
        }),
      ['What became of proposal 1 on SIM-POL-01'],
    ],
    [
      'the working of the overall rating',
      (all) => Object.assign(all.rating, { working: [] }),
      ['The overall rating'],
    ],
    [
      'that somebody’s scores were set aside at all',
      (all) => all.panel.scored.splice(1, 1),
      ['Whose scores were locked'],
    ],
    [
      'scores that count to set aside',
      (all) => Object.assign(memberIn(all, 'A'), { became: 'set-aside' }),
      ['The agreement with its interval', 'How many people’s scores count'],
    ],
    [
      'scores that were set aside to count',
      (all) => Object.assign(memberIn(all, 'B'), { became: 'counts' }),
      ['The agreement with its interval', 'How many people’s scores count'],
    ],
    [
      'a dissent and a silence to agreement',
      (all) =>
        criterion(all, 'SIM-PUN-01').meeting?.proposals.forEach((proposal) => {
          proposal.said = ['A', 'C', 'D'].map((reviewer) => ({ reviewer, stance: 'confirm' }));
        }),
      ['What counts on SIM-PUN-01', 'The agreement after meetings'],
    ],
    [
      'the words of the rating',
      (all) => Object.assign(all.rating, { label: 'Assured' }),
      ['The words of the rating'],
    ],
    [
      'why reviewers met',
      (all) => Object.assign(criterion(all, 'SIM-POL-01').meeting ?? {}, { reasons: [] }),
      ['Why they met about SIM-POL-01'],
    ],
    [
      'who said nothing',
      (all) => Object.assign(criterion(all, 'SIM-PUN-01').meeting?.proposals[0] ?? {}, { silent: [] }),
      ['Who said nothing to proposal 1 on SIM-PUN-01'],
    ],
    [
      'that more are from outside than scored',
      (all) => Object.assign(all.panel, { outsideNhsEngland: 4 }),
      ['How many of them are from outside NHS England'],
    ],
    [
      'that nobody was excluded',
      (all) => Object.assign(all.panel, { excluded: 0 }),
      ['How many people were excluded'],
    ],
    [
      'how late an answer was',
      (all) => Object.assign(all.review, { submittedOn: '2026-08-20' }),
      ['What was due, and how late it was'],
    ],
    [
      'the day that was promised',
      (all) => Object.assign(all.review, { promisedOn: '2026-12-30' }),
      ['What was due, and how late it was'],
    ],
    [
      'that the trust did not answer',
      (all) => Object.assign(all.review, { answering: 'NOT_ANSWERED' }),
      ['Whether the trust answered'],
    ],
    [
      'what could not be verified',
      (all) => Object.assign(all.open, { cannotBeVerified: [] }),
      ['What is not answered, not verified or not applicable'],
    ],
    ['the rating', (all) => Object.assign(all.rating, { overall: 'ASSURED' }), ['The overall rating']],
    [
      'the interval',
      (all) => Object.assign(all.agreement.ordinalAlphaInterval, { low: 0.7 }),
      ['The agreement with its interval'],
    ],
  ])('shows that %s was changed', (_, change, about) => {
    expect(faultsOf(changed(change))).toEqual(expect.arrayContaining([...about]));
  });

  it('says of other bytes with the same content that they are not what is published', () => {
    expect(faultsOf(JSON.stringify(JSON.parse(TEXT), null, 1))).toEqual([
      'The text in its one canonical form (RFC 8785)',
    ]);
  });

  it.each([
    ['words', 'This is not JSON.'],
    ['{}', 'This is not a release of a result: format is missing'],
    [changed((all) => Object.assign(memberIn(all, 'A'), { became: 'gone' })), 'panel.scored.0.became'],
  ])('and refuses what is no release', (text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(fault)]);
  });

  it('reads the first format, which has no locks', () => {
    const first = checkRelease(readFileSync('test/support/example-release.json', 'utf8'));
    if ('fault' in first) throw new Error(first.fault);
    expect(first.checks.find(({ about }) => about === 'The lock of reviewer A')?.sentence).toMatch(
      /cannot be computed/,
    );
  });
});

function scoreIn(released: Released, code: string, reviewer: string): object {
  return found(criterion(released, code).independent, (each) => each.reviewer === reviewer);
}

function memberIn(released: Released, reviewer: string): object {
  return found(released.panel.scored, (each) => each.reviewer === reviewer);
}

function criterion(released: Released, code: string): Released['criteria'][number] {
  return found(released.criteria, (each) => each.code === code);
}

function found<Item>(items: readonly Item[], is: (item: Item) => boolean): Item {
  const item = items.find(is);
  if (item === undefined) throw new Error('The example does not hold what the test changes.');
  return item;
}
