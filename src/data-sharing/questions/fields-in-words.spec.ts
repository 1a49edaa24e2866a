import { allRules } from '../../legal-basis/rules/all-rules.js';
import { fieldsInWords } from './fields-in-words.js';

describe('What a rule looked at is said in words', () => {
  it('for every field that any rule looks at', () => {
    const words = fieldsInWords(allRules.flatMap(({ fields }) => fields));
    expect(words.filter(({ text: one }) => /\[|\.\w|^[a-z]/.test(one))).toEqual([]);
  });

  it('each once, with the first field of those words', () => {
    expect(fieldsInWords(['signoffs[].role', 'title', 'signoffs[].decision'])).toEqual([
      { text: 'Who signed, and what they decided', field: 'signoffs[].role' },
      { text: 'What people call it', field: 'title' },
    ]);
  });

  it('and names the item of a list, what is signed and the register beside the record', () => {
    expect(
      fieldsInWords([
        'assertions[2].art6',
        'signoffs[].role',
        'signoffs[].decision',
        'register.flows[].id',
        'assertions[]',
      ]).map(({ text }) => text),
    ).toEqual([
      'Legal basis 3: Article 6(1) basis',
      'Who signed, and what they decided',
      'The register beside this record',
      'Legal bases',
    ]);
  });
});
