import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FactFileFault } from '../../kernel/fact-files/fact-file-fault.js';
import { projectRoot } from '../../kernel/project-root.js';
import { PROVISION_FILES, provisionById, provisions, readProvisions } from './provisions.js';

const ENTRY = {
  id: 'x-s1',
  short: 'X s1',
  title: 'A power',
  instrument: 'X Act 2000',
  section: 's1',
  nations: ['ENGLAND'],
  inForce: { from: '2001-01-01', basis: 'seen' },
  kind: 'power',
  whose: 'anybody',
  whatItDoes: 'Permits.',
  whatItDoesNot: 'Requires nothing.',
  requiresDisclosure: 'no',
  tests: [],
  caseByCase: true,
  liftsConfidentiality: 'no',
  bases: [],
  source: null,
  confidence: 'knowledge',
};

describe('The list of provisions', () => {
  it('holds all that was researched, each once', () => {
    expect(provisions).toHaveLength(322);
    expect(new Set(provisions.map(({ id }) => id)).size).toBe(322);
    const seen = provisions.filter(({ confidence }) => confidence === 'seen');
    expect(seen).toHaveLength(194);
    expect(seen.filter(({ source }) => source === null)).toEqual([]);
  });

  it('reads every file of its folder', () => {
    const files = readdirSync(join(projectRoot, 'src/legal-basis/provisions/entries'));
    expect(files.sort()).toEqual(PROVISION_FILES.map((name) => `${name}.json`).sort());
  });

  it('keeps the facts that decide cases', () => {
    expect(provisionById('cda-s115')).toMatchObject({
      short: 'CDA 1998 s115',
      kind: 'power',
      requiresDisclosure: 'no',
      liftsConfidentiality: 'no',
      nations: ['ENGLAND', 'WALES', 'SCOTLAND'],
    });
    expect(provisionById('care-s42')).toMatchObject({ kind: 'duty', requiresDisclosure: 'no' });
    expect(provisionById('care-s45')).toMatchObject({
      requiresDisclosure: 'only if every test is met',
      disclosesTo: 'the Safeguarding Adults Board or whom its request names',
    });
    expect(provisionById('pcsca-s16')?.excludes).toContain('patient information');
    expect(provisionById('dpa-sch1-14')?.limbs?.substantialPublicInterest).toBe(false);
    expect(provisionById('nhs-s251')?.nations).not.toContain('SCOTLAND');
    expect(provisionById('poa-bill')?.pickable).toBe(false);
  });

  it('names to whom, wherever disclosure is required, and nowhere else', () => {
    for (const { id, requiresDisclosure, disclosesTo } of provisions)
      expect([id, disclosesTo !== undefined]).toEqual([id, requiresDisclosure !== 'no']);
  });

  it.each(['', 'care-s99', 'constructor', '__proto__', null, undefined])('holds nothing under %j', (id) =>
    expect(provisionById(id)).toBeUndefined(),
  );
});

describe('A file of provisions', () => {
  const read = (...entries: unknown[]) =>
    readProvisions([['x.json', JSON.stringify({ source: 'X', provisions: entries })]]);

  it('is read where everything in it is as it must be', () => {
    expect(read(ENTRY)).toEqual([ENTRY]);
  });

  it.each([
    ['a field too many', { ...ENTRY, lifts: 'yes' }, 'provisions.0: “lifts” is no part of this'],
    ['an unknown kind', { ...ENTRY, kind: 'law' }, 'provisions.0.kind: must be one of'],
    ['an unknown nation', { ...ENTRY, nations: ['Wessex'] }, 'provisions.0.nations.0: must be one of'],
    ['no nation', { ...ENTRY, nations: [] }, 'provisions.0.nations: must not be empty'],
    ['no day that there is', { ...ENTRY, inForce: { from: '2001-02-30' } }, 'provisions.0.inForce.from'],
    [
      'an answer that is none',
      { ...ENTRY, liftsConfidentiality: 'perhaps' },
      'must begin with yes, no or only',
    ],
    ['no source at all', { ...ENTRY, source: undefined }, 'provisions.0.source'],
  ])('is refused with %s, by its place', (_what, entry, told) => {
    expect(() => read(entry)).toThrow(FactFileFault);
    expect(() => read(entry)).toThrow(told);
  });

  it('is refused where a name stands twice, or where it is no JSON', () => {
    expect(() => read(ENTRY, ENTRY)).toThrow('x-s1 stands in the list twice');
    expect(() => readProvisions([['x.json', '{']])).toThrow('x.json: is not JSON');
    expect(() => readProvisions([['x.json', '[]']])).toThrow('x.json: file: must be a group of named values');
  });
});
