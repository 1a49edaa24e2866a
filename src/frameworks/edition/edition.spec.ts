import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays } from '../../kernel/days/calendar-day.js';
import { cite } from './cite.js';
import { criteriaInForce, type CriterionInForce } from './criteria-in-force.js';
import { editionDifference } from './comparing/edition-difference.js';
import { editionHash } from './edition-hash.js';
import type { Edition } from './edition-schema.js';
import { parseEdition } from './parse-edition.js';
import { NOTHING_VERIFIED, referenceKey, type EditionVerification } from './verification.js';

const FILE = readFileSync('frameworks/candour-2026-11.yaml', 'utf8');
const edition = parseEdition(FILE);

function inForce(
  day: string,
  verification: EditionVerification = NOTHING_VERIFIED,
): readonly CriterionInForce[] {
  return criteriaInForce(edition, day, verification);
}

function changedEdition(change: (changed: Edition) => void): Edition {
  const changed = structuredClone(edition);
  change(changed);
  return changed;
}

function one(id: string, day: string, verification?: EditionVerification): CriterionInForce {
  const found = inForce(day, verification).find(({ criterion }) => criterion.id === id);
  if (found === undefined) throw new Error(`${id} is not in force on ${day}`);
  return found;
}

function idsWith(gravity: string, day: string, verification?: EditionVerification): string[] {
  return inForce(day, verification).flatMap((each) => (each.gravity === gravity ? [each.criterion.id] : []));
}

describe('The first edition holds everything the research found', () => {
  it('has 78 criteria, 30 sources, 10 letter concerns and 14 domains, 32 of the criteria inferred', () => {
    expect(edition.criteria).toHaveLength(78);
    expect(edition.guidelines).toHaveLength(30);
    expect(edition.letterConcerns).toHaveLength(10);
    expect(edition.domains).toHaveLength(14);
    expect(edition.criteria.filter(({ derivation }) => derivation === 'inferred')).toHaveLength(32);
  });

  it('names the file it was made from by its hash', () => {
    expect(edition.source.sha256).toBe('28c8650cc444c9772dd08939d4ba919dba142ed99f370e3d7c8ef92dc30337b1');
  });
});

describe('A review uses what was in force on its own date', () => {
  it.each([
    ['2021-05-12', 68],
    ['2022-09-06', 69],
    ['2022-09-07', 72],
    ['2023-03-10', 75],
    ['2026-11-22', 78],
  ])('on %s there are %s criteria', (day, count) => expect(inForce(day)).toHaveLength(count));

  it('never cites NG225 or the 2023 position in a review of 2021', () => {
    const cited = inForce('2021-05-12').flatMap(({ sources }) => sources.map(({ guideline }) => guideline));
    expect(cited).toEqual(expect.arrayContaining(['CG16', 'CG133']));
    expect(cited).not.toContain('NG225');
    expect(cited).not.toContain('NHSE-SIM-23');
  });

  it('changes from CG16 to NG225 overnight on 7 September 2022', () => {
    const citedOn = (day: string) => one('SIM-PUN-04', day).sources.map(({ guideline }) => guideline);
    expect(citedOn('2022-09-06')).toEqual(['CG16']);
    expect(citedOn('2022-09-07')).toEqual(['NG225']);
    expect(citedOn('2023-03-10')).toEqual(['NHSE-SIM-23', 'NG225']);
  });

  it('leaves a criterion out before its first day, and from the day it no longer applies', () => {
    const between = changedEdition(({ criteria: [first] }) => {
      if (first !== undefined) Object.assign(first, { appliesFrom: '2022-01-01', appliesTo: '2023-01-01' });
    });
    const held = ['2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01'].map((day) =>
      criteriaInForce(between, day, NOTHING_VERIFIED).some(({ criterion }) => criterion.id === 'SIM-POL-01'),
    );
    expect(held).toEqual([false, true, true, false]);
  });

  it('always has a source that was in force, on every day of the years under review', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (offset) => {
        const day = addDays('2013-07-01', offset);
        for (const { criterion, sources } of inForce(day)) {
          expect({ day, id: criterion.id, cited: sources.length > 0 }).toMatchObject({ cited: true });
          for (const { source } of sources) {
            expect(source.inForceFrom <= day && day <= (source.inForceTo ?? '9999-12-31')).toBe(true);
          }
        }
      }),
    );
  });
});

describe('A criterion stops a scheme only when its date has come and its reference is verified', () => {
  it('draws the red lines of the three elements on 10 March 2023 and not a day before', () => {
    expect(idsWith('RED_LINE', '2023-03-09')).toEqual([]);
    expect(idsWith('RED_LINE', '2023-03-10')).toEqual([
      'SIM-POL-01',
      'SIM-PUN-01',
      'SIM-PUN-04',
      'SIM-DIS-03',
    ]);
    expect(one('SIM-PUN-01', '2021-05-12').knockOut).toEqual({
      active: false,
      because: 'It stops a scheme only from 2023-03-10.',
    });
    expect(one('SIM-PUN-01', '2023-03-10').knockOut).toEqual({ active: true });
  });

  it('has nothing to say of a criterion that is no knock-out', () => {
    expect(one('SIM-POL-02', '2026-11-22').knockOut).toEqual({ active: false, because: null });
  });

  it('keeps rows that rest on unverified references switched off, and says why', () => {
    expect(idsWith('KNOCK_OUT', '2026-11-22')).toEqual(['SIM-DIS-01', 'SIM-DAT-01']);
    expect(one('SIM-PUN-02', '2026-11-22').knockOut).toMatchObject({
      active: false,
      because: expect.stringContaining('being checked'),
    });
  });

  it('counts the data row only from the day a verified source carries it', () => {
    expect(one('SIM-DAT-01', '2021-05-10').gravity).toBe('ORDINARY');
    expect(one('SIM-DAT-01', '2021-05-11').gravity).toBe('KNOCK_OUT');
  });

  it('switches a row on when its reference is verified, but an inferred row only when it is ratified too', () => {
    const sources = ['SIM-PUN-02', 'SIM-DAT-03'].flatMap((id) => one(id, '2026-11-22').sources);
    const references = new Set(sources.map(referenceKey));
    expect(idsWith('KNOCK_OUT', '2026-11-22', { references, ratifiedCriteria: new Set() })).toEqual([
      'SIM-PUN-02',
      'SIM-DIS-01',
      'SIM-DAT-01',
    ]);
    expect(one('SIM-DAT-03', '2026-11-22', { references, ratifiedCriteria: new Set() }).knockOut).toEqual({
      active: false,
      because: expect.stringContaining('not ratified'),
    });
    const ratifiedCriteria = new Set(['SIM-DAT-03']);
    expect(one('SIM-DAT-03', '2026-11-22', { references, ratifiedCriteria }).gravity).toBe('KNOCK_OUT');
  });

  it('counts a duty in law as such only where the reference is verified', () => {
    expect(idsWith('STATUTORY', '2026-11-22')).toEqual([
      'SIM-DAT-06',
      'SIM-SAF-02',
      'SIM-CMP-01',
      'SIM-CMP-02',
      'SIM-CMP-03',
    ]);
    expect(one('SIM-DAT-04', '2026-11-22').gravity).toBe('ORDINARY');
    const references = new Set(['UKGDPR: Art 35']);
    expect(one('SIM-DAT-04', '2026-11-22', { references, ratifiedCriteria: new Set() }).gravity).toBe(
      'STATUTORY',
    );
  });

  it('counts an inferred duty only when it was ratified too', () => {
    const references = new Set(['CR2009: reg 17-18']);
    const verified = { references, ratifiedCriteria: new Set<string>() };
    expect(one('SIM-CMP-05', '2026-11-22', verified).gravity).toBe('ORDINARY');
    const ratified = { references, ratifiedCriteria: new Set(['SIM-CMP-05']) };
    expect(one('SIM-CMP-05', '2026-11-22', ratified).gravity).toBe('STATUTORY');
  });
});

describe('A citation never shows a number that nobody has checked', () => {
  it('says so until the reference is verified', () => {
    const [reference] = one('SIM-PLN-03', '2026-11-22').sources;
    if (reference === undefined) throw new Error('SIM-PLN-03 has a source');
    expect(cite(reference, NOTHING_VERIFIED)).toMatch(/^Self-harm: .*\(NICE\), reference being checked$/);
    const references = new Set([referenceKey(reference)]);
    expect(cite(reference, { references, ratifiedCriteria: new Set() })).toContain('1.11 safety plans');
  });

  it('calls a platform rule by its name, because there is no reference to check', () => {
    const [rule] = one('SIM-SAF-05', '2026-11-22').sources;
    if (rule === undefined) throw new Error('SIM-SAF-05 has a source');
    expect(cite(rule, NOTHING_VERIFIED)).toBe('Platform rule (no external source) (this product)');
  });
});

describe('A reference is recorded as verified', () => {
  it('under its guideline and its place there, or its guideline alone', () => {
    expect(referenceKey({ guideline: 'NG225', ref: '1.5' })).toBe('NG225: 1.5');
    expect(referenceKey({ guideline: 'PLATFORM', ref: null })).toBe('PLATFORM');
  });
});

describe('An edition is named by its content', () => {
  it('hashes alike whatever the layout, and differently after any change', () => {
    const relaid = parseEdition(JSON.stringify(JSON.parse(JSON.stringify(edition)), null, 4));
    expect(editionHash(relaid)).toBe(editionHash(edition));
    const changed = parseEdition(FILE.replace('1.3.1.1', '1.3.1.2'));
    expect(editionHash(changed)).not.toBe(editionHash(edition));
  });

  it('is a SHA-256 in hexadecimal', () => {
    expect(editionHash(edition)).toHaveLength(createHash('sha256').digest('hex').length);
  });
});

describe('The second edition', () => {
  const second = parseEdition(readFileSync('frameworks/candour-2026-12.yaml', 'utf8'));
  const wordsOf = (id: string) => second.criteria.find((criterion) => criterion.id === id)?.requirement;

  it('asks what the first asked, and two things as the law has them', () => {
    expect(editionDifference(edition, second).map(({ sort, about }) => [sort, about])).toEqual([
      ['REWORDED', 'SIM-DAT-01'],
      ['REWORDED', 'SIM-DAT-04'],
    ]);
    expect(second.version).toBe(edition.version + 1);
    expect(second.asAt > edition.asAt).toBe(true);
  });

  it('asks police for a basis under Part 3 only for law enforcement, and the officer for advice only', () => {
    expect(wordsOf('SIM-DAT-01')).toMatch(/Part 3 DPA for processing that is for law enforcement/);
    expect(wordsOf('SIM-DAT-04')).toMatch(/the advice of the DPO/);
    expect(wordsOf('SIM-DAT-04')).not.toMatch(/signed/);
  });
});
