import type { Criterion, Edition } from '../../src/frameworks/edition/edition-schema.js';
import { TWO_CRITERIA } from './changed-editions.js';

const LONG = 'word '.repeat(6_400).trim();
const A_DOMAIN = 50;

/** Two editions of so many criteria in a tree of domains, of which every hundredth has a text of 32,000 characters, and what was done between them. */
export function largePair(criteria: number): {
  readonly from: Edition;
  readonly to: Edition;
  readonly reworded: number;
  readonly retired: number;
  readonly added: number;
  readonly moved: number;
} {
  const all = Array.from({ length: criteria }, (_, at) => criterion(at));
  const kept = all.filter((_, at) => at % 10 !== 9);
  const after = kept.map((one, at) => {
    if (at % 7 === 0) return { ...one, requirement: `${one.requirement} It is asked anew.` };
    if (at % 7 === 1) return { ...one, id: one.id.replace('QA', 'QB'), formerly: [one.id] };
    return one;
  });
  const more = Array.from({ length: all.length - kept.length }, (_, at) => criterion(criteria + at));
  const to = editionOf('large-2026-12', '2026-12-01', [...after, ...more]);
  return {
    ...{ from: editionOf('large-2026-11', '2026-11-01', all), to },
    reworded: kept.filter((_, at) => at % 7 === 0).length,
    moved: kept.filter((_, at) => at % 7 === 1).length,
    ...{ retired: all.length - kept.length, added: more.length },
  };
}

function editionOf(id: string, asAt: string, criteria: readonly Criterion[]): Edition {
  const codes = [...new Set(criteria.map(({ domain }) => domain))];
  const domains = codes.map((code, at) => ({
    ...{ code, name: `Domain ${code}` },
    ...(at > 0 && { within: codes[Math.floor((at - 1) / 2)] ?? code }),
  }));
  return { ...TWO_CRITERIA, id, asAt, version: 1, domains, criteria: [...criteria] };
}

function criterion(at: number): Criterion {
  const [model] = TWO_CRITERIA.criteria;
  if (!model) throw new Error('There is no criterion to begin with.');
  const requirement = `Requirement ${String(at)} is met. ${at % 100 === 0 ? LONG : 'It is written down.'}`;
  return {
    ...{ ...model, id: `QA-${String(at)}`, domain: `D${String(Math.floor(at / A_DOMAIN))}` },
    ...{ requirement: requirement.slice(0, 31_900), knockOut: null, letterConcerns: [] },
  };
}
