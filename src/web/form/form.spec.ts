import fc from 'fast-check';
import { z } from 'zod';
import { defineForm } from './form.js';
import { checkboxes, radios, dropDown } from './kinds/choices.js';
import { once, version } from './kinds/hidden.js';
import { number } from './kinds/number.js';
import { longText, text } from './kinds/text.js';
import { yesNo } from './kinds/yes-no.js';
import { toldApart } from './told-apart.js';

const Scheme = defineForm({
  id: 'Scheme',
  fields: {
    name: text({ label: 'Name of the scheme', max: 10 }),
    note: longText({ label: 'Note', max: 40, optional: true }),
    themes: checkboxes({
      label: 'Themes',
      optional: true,
      choices: [
        { value: 'care', label: 'Care' },
        { value: 'police', label: 'Police' },
        { value: 'none', label: 'None of these', alone: true },
      ],
    }),
  },
  rules: ({ name, note }) =>
    name === note ? [{ field: 'note', text: 'The note must say more than the name' }] : [],
});

describe('the summary of faults', () => {
  const Pay = defineForm({
    id: 'Pay',
    fields: {
      paid: yesNo({ label: 'Were you paid?' }),
      asked: yesNo({ label: 'Were you asked?' }),
      post: text({ label: 'Your post', max: 20 }),
    },
  });

  it('names the question of each fault that says the same as another, and adds nothing to the others', () => {
    const read = Pay.read({});
    const issues = read.ok ? [] : toldApart(read.issues, Pay);
    expect(issues.map(({ text: said, href }) => [said, href])).toEqual([
      ['Select an answer: Were you paid?', '#paid'],
      ['Select an answer: Were you asked?', '#asked'],
      ['Enter your post', '#post'],
    ]);
    expect(toldApart([{ field: '', text: 'Paused.' }], undefined)).toEqual([{ field: '', text: 'Paused.' }]);
  });
});

describe('a form', () => {
  it('yields what was typed when every answer will do, and leaves out what was left out', () => {
    const reading = Scheme.read({ name: ' A b ', note: '  ', themes: 'care' });
    expect(reading).toMatchObject({ ok: true, values: { name: ' A b ', themes: ['care'] } });
    expect(reading.ok && reading.values.note).toBeUndefined();
  });

  it('tells every fault at once, in the order of the questions, and keeps everything typed', () => {
    const reading = Scheme.read({ note: 'x'.repeat(41), name: '', themes: ['care', 'other'] });
    expect(reading).toMatchObject({
      ok: false,
      answers: { name: '', note: 'x'.repeat(41), themes: ['care', 'other'] },
      issues: [
        { field: 'name', text: 'Enter the name of the scheme', href: '#name' },
        { field: 'note', text: 'Note must be 40 characters or fewer. It has 41.', href: '#note' },
        { field: 'themes', text: 'Select one of the answers that are offered.', href: '#themes' },
      ],
    });
  });

  it('asks rules that join answers only when each answer will do by itself', () => {
    expect(Scheme.read({ name: 'same', note: 'same' })).toMatchObject({
      issues: [{ field: 'note', text: 'The note must say more than the name' }],
    });
    expect(Scheme.read({ name: '', note: '' })).toMatchObject({ issues: [{ field: 'name' }] });
  });

  it.each([null, undefined, 'text', 7, [], [1], new Map()])('reads %p as a form without answers', (body) => {
    expect(Scheme.read(body)).toMatchObject({ ok: false, issues: [{ field: 'name' }] });
  });

  it('ignores names it did not ask for, those of prototypes among them', () => {
    const body: unknown = JSON.parse('{"name":"A","__proto__":{"note":"x"},"constructor":"y","more":"z"}');
    expect(Scheme.read(body)).toMatchObject({ ok: true, values: { name: 'A' } });
    expect(Object.keys(Scheme.read(body).answers)).toEqual(['name', 'note', 'themes']);
    expect(({} as { note?: string }).note).toBeUndefined();
  });

  it('gives the API the same rules and the document the same limits', () => {
    expect(Scheme.schema.safeParse({ name: 'x'.repeat(11) }).error?.issues).toMatchObject([
      { path: ['name'], message: 'Name of the scheme must be 10 characters or fewer. It has 11.' },
    ]);
    expect(z.toJSONSchema(Scheme.schema, { io: 'input' })).toMatchObject({
      $ref: '#/$defs/Scheme',
      $defs: {
        Scheme: {
          required: ['name'],
          properties: { name: { type: 'string', maxLength: 10, description: 'Name of the scheme' } },
        },
      },
    });
  });

  it('never throws, and shows again every text it was sent, whatever it was', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.anything());
    fc.assert(
      fc.property(fc.record({ name: anything, note: anything, themes: anything }), (body) => {
        const { answers } = Scheme.read(body);
        if (typeof body.note === 'string') expect(answers['note']).toBe(body.note);
      }),
    );
  });

  it('stores every well-formed text as it was typed, except that line ends become single', () => {
    const Any = defineForm({ id: 'Any', fields: { text: longText({ label: 'Text', max: 10_000 }) } });
    const typed = fc
      .string({ unit: 'grapheme' })
      .filter((text) => text.trim() !== '' && !text.includes('\0'));
    fc.assert(
      fc.property(typed, (said) => {
        const reading = Any.read({ text: said });
        expect(reading.ok && reading.values.text).toBe(said.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  it('fills itself with what is stored, in a way that reads back as the same', () => {
    const stored = { name: 'A', note: 'two\nlines', themes: ['care', 'police'] as ('care' | 'police')[] };
    expect(Scheme.read(Scheme.asked(stored).answers)).toMatchObject({ ok: true, values: stored });
  });

  it('refuses a template that asks for a field it does not have', () => {
    expect(() => Scheme.field('nam')).toThrow('Scheme has no field nam');
  });
});

describe('kinds of answers', () => {
  const one = (field: Parameters<typeof defineForm>[0]['fields'][string]) => {
    const form = defineForm({ id: 'One', fields: { it: field } });
    return (sent: unknown) => {
      const reading = form.read({ it: sent });
      return reading.ok ? { value: reading.values['it'] } : { issue: reading.issues[0]?.text };
    };
  };

  it.each([
    ['a\0b', 'Name contained a hidden character that cannot be stored. Check the text and send it again.'],
    [
      'a\ud800b',
      'Name contained a hidden character that cannot be stored. Check the text and send it again.',
    ],
    ['a\nb', 'Name must be on one line.'],
    ['\u00a0 \t', 'Enter the name'],
    [['a', 'b'], 'This answer was sent more than once. Enter it once.'],
    [{ a: 1 }, 'This answer must be text.'],
  ])('refuses the text %p in words', (sent, issue) => {
    expect(one(text({ label: 'Name' }))(sent)).toEqual({ issue });
  });

  it('counts characters as people do, and takes text that only looks dangerous', () => {
    const read = one(text({ label: 'Name', max: 3 }));
    expect(read('👍👍👍')).toEqual({ value: '👍👍👍' });
    expect(read('👍👍👍👍')).toEqual({ issue: 'Name must be 3 characters or fewer. It has 4.' });
    const open = one(text({ label: 'Name' }));
    for (const said of ['{{ 7 * 7 }}', "'; DROP TABLE a; --", '=1+1', 'שלום', '<script>'])
      expect(open(said)).toEqual({ value: said });
  });

  it('takes one of the choices offered, and tells a missing answer from an unknown one', () => {
    for (const kind of [radios, dropDown]) {
      const read = one(kind({ label: 'Region', choices: [{ value: 'north', label: 'North' }] }));
      expect(read('north')).toEqual({ value: 'north' });
      expect(read('')).toEqual({ issue: 'Select the region' });
      expect(read(undefined)).toEqual({ issue: 'Select the region' });
      expect(read('west')).toEqual({ issue: 'Select one of the answers that are offered.' });
    }
  });

  it('reads ticks as a list without repeats, and lets "None of these" stand alone', () => {
    const read = one(requiredThemes());
    expect(read('care')).toEqual({ value: ['care'] });
    expect(read(['care', 'care'])).toEqual({ value: ['care'] });
    expect(read(undefined)).toEqual({ issue: 'Select the themes' });
    expect(read(['care', 'none'])).toEqual({ issue: 'Select “None of these” on its own, or take it away.' });
  });

  it('offers choices that are only known when the page is shown, and refuses others', () => {
    const form = defineForm({ id: 'F', fields: { trust: dropDown({ label: 'Trust', choices: 'offered' }) } });
    const offering = form.offering({ trust: [{ value: 'a', label: 'A' }] });
    expect(offering.read({ trust: 'a' })).toMatchObject({ ok: true });
    expect(offering.read({ trust: 'b' })).toMatchObject({ ok: false });
    expect(form.schema.safeParse({ trust: 'b' }).success).toBe(true);
    expect(offering.field('trust').look.choices).toEqual([{ value: 'a', label: 'A' }]);
  });

  it('takes neither yes nor no for granted', () => {
    const read = one(yesNo({ label: 'Consent', missing: 'Select yes or no' }));
    expect(read('yes')).toEqual({ value: true });
    expect(read('no')).toEqual({ value: false });
    expect(read(undefined)).toEqual({ issue: 'Select yes or no' });
    expect(read('true')).toEqual({ issue: 'Select yes or no.' });
  });

  it('reads numbers as people write them, and nothing else as a number', () => {
    const read = one(number({ label: 'Officers', max: 5000 }));
    for (const [sent, value] of [
      ['12', 12],
      [' 1,204 ', 1204],
      ['0', 0],
      ['007', 7],
    ] as const)
      expect(read(sent)).toEqual({ value });
    for (const sent of ['1e3', '0x10', 'about 5', '1,2', '12 34', '½', '١٢', '1.5', 'Infinity', 'NaN'])
      expect(read(sent)).toEqual({ issue: 'Officers must be a whole number, like 12.' });
    expect(read('-1')).toEqual({ issue: 'Officers must be 0 or more.' });
    expect(read('5001')).toEqual({ issue: 'Officers must be 5,000 or less.' });
    const cost = one(number({ label: 'Cost', prefix: '£', decimals: 2 }));
    expect(cost('£1,204.50')).toEqual({ value: 1204.5 });
    expect(cost('1.234')).toEqual({ issue: 'Cost must be a number, like 12.50.' });
    expect(cost('99999999999')).toEqual({ issue: 'Cost must be 1,000,000,000 or less.' });
  });

  it('gives every showing of a page its own token, keeps it after a mistake, and takes it from the API', () => {
    const form = defineForm({ id: 'F', fields: { once: once(), name: text({ label: 'Name' }) } });
    const first = form.asked().answers['once'];
    expect(first).not.toBe(form.asked().answers['once']);
    expect(form.read({ once: first }).answers['once']).toBe(first);
    expect(form.read({ once: first, name: 'A' })).toMatchObject({ ok: true, values: { once: first } });
    expect(form.schema.safeParse({ name: 'A' }).data?.once).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('asks to open the record again when the page has lost the version it showed', () => {
    const read = one(version());
    expect(read('3')).toEqual({ value: 3 });
    for (const sent of [undefined, '', 'three', '-1', ['1', '2']])
      expect(read(sent)).toHaveProperty('issue', expect.stringMatching(/Open the record again/));
  });
});

function requiredThemes() {
  return checkboxes({
    label: 'Themes',
    choices: [
      { value: 'care', label: 'Care' },
      { value: 'none', label: 'None of these', alone: true },
    ],
  });
}
