import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Criterion, Edition } from '../edition-schema.js';
import { FIRST_METHOD } from '../method/first-method.js';
import { parseEdition } from '../parse-edition.js';
import { editionDifference } from './edition-difference.js';

const edition = parseEdition(readFileSync('frameworks/candour-2026-11.yaml', 'utf8'));

function criterionOf(of: Edition, code: string): Criterion {
  const found = of.criteria.find(({ id }) => id === code);
  if (found === undefined) throw new Error(`there is no ${code}`);
  return found;
}

/** What is told after an edition was changed, as "sort about: what". */
function toldAfter(change: (later: Edition) => void): readonly string[] {
  const later = structuredClone(edition);
  change(later);
  return told(edition, later);
}

function told(from: Edition, to: Edition): readonly string[] {
  return editionDifference(from, to).map(({ sort, about, what }) => `${sort} ${about}: ${what}`);
}

describe('What changed between two editions', () => {
  it('is nothing when only name, version, day and layout differ', () => {
    expect(toldAfter((later) => Object.assign(later, { id: 'candour-2027-01', version: 9 }))).toEqual([]);
  });

  it('tells the two criteria of the second edition that are asked in other words, with both', () => {
    const second = parseEdition(readFileSync('frameworks/candour-2026-12.yaml', 'utf8'));
    expect(told(edition, second)).toEqual([
      'REWORDED SIM-DAT-01: requirement',
      'REWORDED SIM-DAT-04: requirement',
    ]);
    expect(editionDifference(edition, second)[1]).toMatchObject({
      was: expect.stringContaining('signed by DPO') as string,
      becomes: expect.stringContaining('records the advice of the DPO') as string,
    });
  });

  it('tells a criterion that is new, and one that is no longer asked, by its code and its words', () => {
    const first = criterionOf(edition, 'SIM-GOV-04');
    const found = toldAfter((later) => {
      later.criteria.pop();
      later.criteria.push({ ...first, id: 'SIM-GOV-05', requirement: 'Something that nobody asked before' });
    });
    expect(found).toEqual(['ADDED SIM-GOV-05: criterion', 'RETIRED SIM-GOV-04: criterion']);
  });

  it('tells a criterion that moved as moved, by what it says of itself or by its very words', () => {
    const moved = ['MOVED SIM-RGT-99: code', 'MOVED SIM-RGT-99: domain'];
    const move = (later: Edition): Criterion =>
      Object.assign(criterionOf(later, 'SIM-GOV-04'), { id: 'SIM-RGT-99', domain: 'RGT' });
    expect(toldAfter((later) => void move(later))).toEqual(moved);
    const reworded = (later: Edition) =>
      Object.assign(move(later), { requirement: 'In other words', formerly: ['SIM-GOV-04'] });
    expect(toldAfter(reworded)).toEqual([...moved, 'REWORDED SIM-RGT-99: requirement']);
    const unsaid = (later: Edition) => Object.assign(move(later), { requirement: 'In other words' });
    expect(toldAfter(unsaid)).toEqual(['ADDED SIM-RGT-99: criterion', 'RETIRED SIM-GOV-04: criterion']);
  });

  it('tells a red line that came or went, also where only the weight of a source changed', () => {
    expect(toldAfter((later) => (criterionOf(later, 'SIM-POL-01').knockOut = null))).toEqual([
      'RED_LINE SIM-POL-01: red line',
      'RED_LINE SIM-POL-01: weight',
    ]);
    const law = (later: Edition) => {
      for (const source of later.guidelines) if (source.kind === 'law') source.kind = 'guidance';
    };
    expect(toldAfter(law).filter((line) => line.endsWith('weight')).length).toBeGreaterThan(3);
    expect(toldAfter(({ elements }) => elements.pop())).toEqual([
      'RED_LINE Element 3: element of 10 March 2023',
    ]);
  });

  it('tells every other part of a criterion, of the sources and of the names', () => {
    expect(
      toldAfter((later) => {
        const criterion = criterionOf(later, 'SIM-COP-01');
        criterion.evidenceExpected = 'Minutes';
        criterion.derivation = criterion.derivation === 'direct' ? 'inferred' : 'direct';
        criterion.appliesTo = '2030-01-01';
        criterion.letterConcerns = [];
        later.title = 'Another title';
        Object.assign(later.domains[0] ?? {}, { name: 'Police' });
        Object.assign(later.guidelines[0] ?? {}, { note: 'Seen again' });
      }),
    ).toEqual([
      'EVIDENCE SIM-COP-01: evidence expected',
      'RESTS_ON SIM-COP-01: derivation',
      'RESTS_ON SIM-COP-01: concerns of the letters',
      'APPLIES SIM-COP-01: days on which it applies',
      'NAMED Title: title',
      'NAMED Domain POL: domain',
      'RESTS_ON Source CG16: source',
    ]);
  });

  it('tells a scale in other words, and nothing of a method that is only written out', () => {
    expect(toldAfter((later) => (later.method = structuredClone(FIRST_METHOD)))).toEqual([]);
    const reworded = (later: Edition) => {
      later.method = structuredClone(FIRST_METHOD);
      Object.assign(later.method.scale[0] ?? {}, { label: 'Shown in full' });
      Object.assign(later.method.evidenceGrades[2] ?? {}, { carries: '1' });
    };
    expect(toldAfter(reworded)).toEqual([
      'SCALE Score 3: words',
      'SCALE Evidence of grade C: highest score it carries',
    ]);
    const stricter = (later: Edition) => {
      later.method = structuredClone(FIRST_METHOD);
      later.method.rating.failsAt = { redLine: 2, knockOut: 1, duty: 0, anyCriterion: 1 };
      later.method.rating.steps.pop();
      later.method.agreement = { least: 0.8 };
    };
    expect(toldAfter(stricter)).toEqual([
      'SCALE Rating: steps',
      'SCALE Rating: scores at which a red line is failed',
      'SCALE Agreement: least at which scores are relied on',
    ]);
  });

  it('read backwards tells the same criteria as added that were retired', () => {
    const some = fc.subarray([...edition.criteria], { minLength: 1 });
    fc.assert(
      fc.property(some, some, (ours, theirs) => {
        const [one, other] = [ours, theirs].map((criteria): Edition => ({ ...edition, criteria }));
        if (!one || !other) return;
        const codes = (sort: string, from: Edition, to: Edition) =>
          editionDifference(from, to)
            .flatMap((each) => (each.sort === sort ? [each.about] : []))
            .sort();
        expect(codes('ADDED', one, other)).toEqual(codes('RETIRED', other, one));
        const missing = theirs.filter((each) => !ours.includes(each)).map(({ id }) => id);
        expect(codes('ADDED', one, other)).toEqual(missing.sort());
      }),
      { numRuns: 50 },
    );
  });
});
