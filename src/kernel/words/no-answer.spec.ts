import fc from 'fast-check';
import { isNoAnswer } from './no-answer.js';

describe('Words that are no answer', () => {
  it.each([
    'None',
    'none.',
    'N/A',
    'n / a',
    'N.A.',
    'Nil',
    'TBC',
    'tbc by the policy',
    'To be confirmed',
    'to be agreed in due course',
    'see DPIA',
    'See the DPIA, as attached.',
    'As above',
    'As per the policy above',
    'Not needed',
    'No reason',
    'No reason given',
    'not applicable',
    'yes',
    'YES yes yes',
    'No.',
    'ok',
    '.',
    '-',
    '???',
    '…',
    '\u200b',
    '\u2800\u3164\u00ad',
    'N\u200bone',
    'x',
    'X'.repeat(100),
    'aaa',
    'xxxx xxxx xxxx',
    'abcabcabcabcabc',
    'lorem ipsum',
    'blah blah blah blah',
    'Ｎ／Ａ',
    'Ddim yn berthnasol',
  ])('are recognised: %j', (text) => {
    expect(isNoAnswer(text)).toBe(true);
  });

  it.each([
    '',
    ' \n ',
    'v2',
    '3',
    'F5',
    'Mental Health Act 1983 s117',
    'No other service was awake at night.',
    'The person carries a card; a summary was tried and did not help.',
    'Mae’r person yn cadw copi o’r cynllun.',
    'الشخص يحتفظ بنسخة من الخطة',
    '本人保留一份计划副本',
    'Until the plan is replaced',
    '20 years after treatment ends',
    'Not before the person has agreed in writing',
    'asdkj qwoei zmxnc',
  ])('are not taken for it, and are at most stated: %j', (text) => {
    expect(isNoAnswer(text)).toBe(false);
  });

  it('are recognised however they are spaced, cased, accented or padded with what nobody sees', () => {
    const plain = fc.constantFrom('none', 'n/a', 'to be confirmed', 'see dpia', 'not required', 'as above');
    const unseen = fc.constantFrom('', ' ', '\u200b', '\u00ad', '\ufeff', '.', '\n');
    fc.assert(
      fc.property(plain, unseen, unseen, fc.boolean(), (text, before, after, upper) => {
        expect(isNoAnswer(`${before}${upper ? text.toUpperCase() : text}${after}`)).toBe(true);
      }),
    );
  });

  it('are looked for in any text without failing, and quickly in a very long one', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof isNoAnswer(text) === 'boolean'));
    expect(isNoAnswer('ab'.repeat(100_000))).toBe(true);
    expect(isNoAnswer(`${'ab'.repeat(100_000)}c`)).toBe(false);
  });
});
