import { entryInWords, fieldInWords, valueInWords, type FieldsInWords } from './fields-in-words.js';

const FIELDS: FieldsInWords = {
  odsCode: 'ODS code',
  type: { label: 'Type', words: { TRUST: 'NHS trust' } },
};

describe('What was changed or corrected, in words', () => {
  it.each([
    [{ kind: 'organisation', field: 'odsCode' }, 'Body: ODS code'],
    [{ kind: 'organisation', field: 'type' }, 'Body: type'],
    [{ kind: 'organisation', field: 'type', called: 'Vale NHS Trust' }, 'Body “Vale NHS Trust”: type'],
    [{ kind: 'organisation', field: 'closedOn' }, 'Body: closed on'],
  ])('%j is “%s”', (entry, words) => {
    expect(entryInWords(entry, { singular: 'body', fields: FIELDS })).toBe(words);
  });

  it('tells also of what no room introduced, so that nothing is hidden', () => {
    expect(entryInWords({ kind: 'thing', field: 'startedOn' }, null)).toBe('Thing: started on');
    expect(fieldInWords({}, 'odsCode')).toBe('Ods code');
  });

  it.each([
    [null, 'Nothing'],
    ['', 'Nothing'],
    [[], 'Nothing'],
    [true, 'Yes'],
    [false, 'No'],
    ['TRUST', 'NHS trust'],
    [['TRUST', 'OTHER'], 'NHS trust, OTHER'],
    ['2018-09', 'September 2018'],
    [12, '12'],
  ])('%j is read as “%s”', (value, words) => {
    expect(valueInWords(value, FIELDS['type'])).toBe(words);
  });
});
