import { provisions } from '../provisions.js';
import { instrumentNames, searchProvisions } from './search-provisions.js';

function found(words: string): readonly string[] {
  return searchProvisions({ words }).map(({ id }) => id);
}

describe('Looking for a provision by words', () => {
  it.each([
    ['s115 cda', 'cda-s115'],
    ['crime and disorder 115', 'cda-s115'],
    ['115 CRIME', 'cda-s115'],
    ['Care Act 42', 'care-s42'],
    ['section 251', 'nhs-s251'],
    ['gillick', 'gillick'],
    ['schedule 1 paragraph 18', 'dpa-sch1-18'],
    ['safeguarding adults board', 'care-s43'],
    ['public task', 'ukgdpr-6-1-e'],
    ['Públic tásk', 'ukgdpr-6-1-e'],
    ['threats to kill', 'oapa-s16'],
    ['place of safety scotland', 'mhct-s297'],
    ['depersonalised', 'cda-s17a'],
  ])('“%s” finds it', (words, id) => expect(found(words)).toContain(id));

  it('what is named stands first', () => {
    expect(found('s115 cda')[0]).toBe('cda-s115');
    expect(found('Care Act 2014 s45')[0]).toBe('care-s45');
  });

  it('a word may be begun, and a number is that number', () => {
    expect(found('deperson')).toContain('cda-s17a');
    expect(found('crime and disorder 11')).not.toContain('cda-s115');
  });

  it('what it does not say finds nothing', () => {
    expect(found('xyzzy')).toEqual([]);
    expect(found('crime and disorder 999')).toEqual([]);
  });

  it('nothing narrows where nothing is asked', () => {
    expect(searchProvisions({})).toEqual(provisions);
    expect(searchProvisions({ words: ' (((( ' })).toEqual(provisions);
  });
});

describe('Narrowing the list', () => {
  it('by kind, nation, instrument, and what may be picked, all at once', () => {
    const welsh = searchProvisions({ kind: 'duty', nation: 'WALES', words: 'adults at risk' });
    expect(welsh.map(({ id }) => id)).toContain('sswba-s128');
    expect(searchProvisions({ nation: 'ENGLAND', words: 'sswba' })).toEqual([]);
    expect(searchProvisions({ instrument: 'Care Act 2014' }).map(({ id }) => id)).toEqual([
      ...['care-s6', 'care-s7', 'care-s42', 'care-s43', 'care-s44', 'care-s45'],
    ]);
    expect(searchProvisions({ pickable: true })).toHaveLength(provisions.length - 8);
  });

  it('every instrument is offered once, by name', () => {
    expect(instrumentNames).toContain('Care Act 2014');
    expect(new Set(instrumentNames).size).toBe(instrumentNames.length);
    expect(instrumentNames).not.toContain('-');
  });
});
