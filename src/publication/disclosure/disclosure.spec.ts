import { contactDetails } from './contact-details.js';
import { possibleNames, wholeNames } from './known-names.js';
import { nhsNumbers } from './nhs-numbers.js';
import { smallNumbers } from './small-numbers.js';
import { titledNames } from './titled-names.js';

const PEOPLE = ['Aster Invented', 'Bo Green', 'Sam', 'Cy (Cyril) Made-Up'];

describe('What may identify a person is found', () => {
  it.each([
    ['a whole name', wholeNames(PEOPLE), 'Told by Aster  Invented, twice.', ['Aster  Invented']],
    [
      'a name with a hyphen and brackets',
      wholeNames(PEOPLE),
      'By Cy (Cyril) Made-Up.',
      ['Cy (Cyril) Made-Up'],
    ],
    ['no part of a longer name', wholeNames(PEOPLE), 'Aster Inventedson wrote it.', []],
    ['a surname, to be looked at', possibleNames(PEOPLE), 'Ask Green about it.', ['Green']],
    ['a whole name in other letters', possibleNames(PEOPLE), 'ask bo green', ['bo green']],
    ['no surname as a common word', possibleNames(PEOPLE), 'It was green.', []],
    [
      'an NHS number, spaced or not',
      nhsNumbers,
      'NHS 943 476 5919 and 9434765919.',
      ['943 476 5919', '9434765919'],
    ],
    ['no ten digits that are none', nhsNumbers, 'Reference 943 476 5918.', []],
    ['no part of a longer number', nhsNumbers, '19434765919', []],
    ['an address of mail', contactDetails, 'Write to a.person@example.org.', ['a.person@example.org']],
    [
      'a telephone number',
      contactDetails,
      'Ring 020 7946 0000 or +44 20 7946 0001.',
      ['020 7946 0000', '+44 20 7946 0001'],
    ],
    ['a postcode', contactDetails, 'They live at SW1A 1AA.', ['SW1A 1AA']],
    ['no short helpline', contactDetails, 'Call 111, 999 or 116 123.', []],
    [
      'an officer by title',
      titledNames,
      'PC 1234 Jones and Sergeant Smith came.',
      ['PC 1234 Jones', 'Sergeant Smith'],
    ],
    ['a clinician by title', titledNames, 'Dr O’Neill and Nurse Ray agreed.', ['Dr O’Neill', 'Nurse Ray']],
    ['no title without a name', titledNames, 'A nurse and a PC came.', []],
    ['few people', smallNumbers, 'Only 3 patients and two of the women.', ['3 patients', 'two of the women']],
    ['no larger number', smallNumbers, 'There were 23 patients, 8 women and 1.5 officers.', []],
    ['no number of other things', smallNumbers, 'Two meetings and 3 rotas.', []],
  ])('%s', (_what, detect, text, found) => expect(detect(text)).toEqual(found));
});

describe('Nobody known', () => {
  it('is found nowhere', () => {
    expect(wholeNames([])('Anybody at all')).toEqual([]);
    expect(possibleNames([''])('Anybody at all')).toEqual([]);
  });
});
