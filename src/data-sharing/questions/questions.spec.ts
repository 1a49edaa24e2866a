import { flowRecordSchema } from '../../legal-basis/record/flow-record.js';
import { withValues } from './content-at.js';
import { listAt, LISTS, listNamed } from './lists.js';
import { flowFields, itemFields } from './record-fields.js';
import { fieldsUnder, itemForm, sectionForm } from './record-form.js';
import { holdsField, SECTIONS } from './sections.js';
import { placeToMend } from './mending/where-to-mend.js';

const NOT_ASKED = ['id', 'deploymentId', 'archetype', 'submittedByUserId'];

describe('the pages of a flow ask for the whole record', () => {
  it('every field outside lists on exactly one page', () => {
    const asked = [...flowFields.keys()].map((path) => [
      path,
      SECTIONS.filter((section) => holdsField(section, path)).length,
    ]);
    expect(asked.filter(([, pages]) => pages !== 1).map(([path]) => path)).toEqual(NOT_ASKED);
  });

  it('every list on exactly one page, and every field of its items under exactly one heading', () => {
    for (const list of LISTS) {
      expect(SECTIONS.filter(({ lists }) => lists.includes(list.path))).toHaveLength(1);
      const asked = list.groups.flatMap((group) => fieldsUnder(list, group.fields).map(({ path }) => path));
      const all = [...itemFields(list.path).keys()].filter((path) => path !== list.identifiedBy?.field);
      expect([...asked].sort()).toEqual([...all].sort());
    }
  });

  it('with a label in words for each', () => {
    for (const field of [
      ...flowFields.values(),
      ...LISTS.flatMap(({ path }) => [...itemFields(path).values()]),
    ])
      expect(field.meaning).toMatch(/^[A-Z]/);
  });
});

describe('an answer goes into the record as it was given', () => {
  it('whatever sort it is, and back into the page', () => {
    for (const section of SECTIONS) {
      const form = sectionForm(section, {});
      const body = Object.fromEntries(
        form.drawn.flatMap(({ name, kind, look }) => filled(name, kind, look.choices)),
      );
      const read = form.read(body);
      expect(read).toMatchObject({ ok: true });
      if (!read.ok) continue;
      const content = withValues({}, withoutVersion(read.values)) ?? {};
      expect(flowRecordSchema.safeParse(content)).toMatchObject({ success: true });
      const retyped = sectionForm(section, content).retyped(read.values);
      expect(retyped).toEqual(read.answers);
    }
  });

  it('"I do not know" is kept apart from no answer', () => {
    const section = SECTIONS.find(({ key }) => key === 'security');
    if (!section) throw new Error('There is no such section.');
    const read = sectionForm(section, {}).read({ 'security.sharedLogin': 'not-known', version: '1' });
    expect(read.ok && withValues({}, withoutVersion(read.values))).toEqual({
      security: { sharedLogin: null },
    });
  });

  it('a last day before the first is asked about, in a flow and in a legal basis', () => {
    const section = SECTIONS.find(({ key }) => key === 'parties-and-purpose');
    const bases = listNamed('assertions');
    if (!section || !bases) throw new Error('There is no such section or list.');
    const forms = [
      [sectionForm(section, {}), 'startDate', 'endDate'],
      [itemForm(bases, { content: {}, item: {} }), 'validFrom', 'validTo'],
    ] as const;
    for (const [form, first, last] of forms) {
      const days = (from: string, to: string) => ({
        ...dayOf(first, from),
        ...dayOf(last, to),
        version: '1',
      });
      expect(form.read(days('2021', '2020'))).toMatchObject({
        ok: false,
        issues: [{ field: last, text: 'The last day must not be before the first day' }],
      });
      expect(form.read(days('2021', '2021')).ok).toBe(true);
      expect(form.read({ ...dayOf(last, '2020'), version: '1' }).ok).toBe(true);
    }
  });

  it('and an answer taken away leaves no empty shell behind', () => {
    expect(withValues({ title: 'x', dpia: { exists: true } }, { 'dpia.exists': undefined })).toEqual({
      title: 'x',
    });
    expect(withValues({ purposeCodes: ['OTHER'] }, { purposeCodes: [] })).toBeUndefined();
  });

  it('and what a file answered beyond the vocabulary is offered and kept', () => {
    const assertions = LISTS.find(({ path }) => path === 'assertions');
    if (!assertions) throw new Error('There is no such list.');
    const item = {
      controllerOrgId: 'somebody',
      regime: 'UKGDPR' as const,
      sch1Paras: ['P9.99', 'NOT_KNOWN'],
    };
    const form = itemForm(assertions, { content: { assertions: [item] }, item });
    expect(form.read({ ...form.retyped(item), sch1Paras: ['P9.99'], version: '1' })).toMatchObject({
      ok: true,
      values: { ...item, sch1Paras: ['P9.99'] },
    });
    const law = { regime: 'DPA_PART3' as const, sch8Para: 4 };
    const part3 = itemForm(assertions, { content: {}, item: law });
    expect(part3.read({ ...part3.retyped(law), version: '1' })).toMatchObject({ ok: true, values: law });
  });

  it('and a paragraph is chosen by its title; one that is none of the law is offered nowhere but where it stands', () => {
    const item = { regime: 'UKGDPR', sch1Paras: ['P9.99'] };
    const paragraphs = (stored: unknown) =>
      itemForm(listAt('assertions'), { content: {}, item: stored }).field('sch1Paras').look.choices ?? [];
    const titles = paragraphs({ regime: 'UKGDPR' }).map(({ label }) => label);
    expect(titles).toContain('Part 2 para 18: safeguarding of children and of individuals at risk');
    expect(titles.filter((title) => /Part 3|^P\d/.test(title))).toEqual([]);
    expect(titles).toHaveLength(28);
    expect(paragraphs(item).map(({ label }) => label)).toEqual([
      ...titles.slice(0, -1),
      'Part 9 para 99: no condition of Schedule 1',
      'I do not know',
    ]);
    const form = itemForm(listAt('assertions'), { content: {}, item: { regime: 'UKGDPR' } });
    expect(form.read({ sch1Paras: ['P9.99'], version: '1' }).ok).toBe(false);
  });

  it('and no question is worded as a schema words it', () => {
    const words = [...flowFields.values(), ...LISTS.flatMap(({ path }) => [...itemFields(path).values()])];
    expect(words.filter(({ meaning }) => /[<>]|\babsent\b|\bnull\b/.test(meaning))).toEqual([]);
  });

  it('and a party is chosen from the organisations of the scheme, where the register holds any', () => {
    const parties = listNamed('parties');
    if (!parties) throw new Error('There is no such list.');
    const registered = [{ value: 'example-police', label: 'Example Police' }];
    const offered = (item: unknown, of = registered) =>
      itemForm(parties, { content: {}, item, registered: of }).field('registerKey');
    expect(offered({})).toMatchObject({ kind: 'select', look: { choices: registered } });
    expect(offered({ registerKey: 'RX9' }).look.choices?.map(({ value }) => value)).toEqual([
      'example-police',
      'RX9',
    ]);
    expect(offered({}, []).kind).toBe('text');
  });
});

describe('each thing that a rule finds leads to where it is mended', () => {
  it('a field, an item of a list, a field of an item, or nothing', () => {
    expect(placeToMend('f', 'necessityText')).toMatchObject({
      href: '/data-flows/f/data-and-people#necessityText',
    });
    expect(placeToMend('f', 'assertions[2].art6')).toMatchObject({
      href: '/data-flows/f/assertions/2#art6',
      text: 'Article 6(1) basis',
    });
    expect(placeToMend('f', 'assertions[].art6')).toMatchObject({
      href: '/data-flows/f/legal-basis#assertions',
      text: 'Legal bases',
    });
    expect(placeToMend('f', 'retention.periods[].orgId')).toMatchObject({
      href: '/data-flows/f/retention#periods',
    });
    expect(placeToMend('f', 'signoffs[].role')).toBeNull();
    expect(placeToMend('f', 'register.flows[].necessityText')).toBeNull();
  });
});

function withoutVersion({ version: _, ...values }: Record<string, unknown>): Record<string, unknown> {
  return values;
}

function filled(
  name: string,
  kind: string,
  choices: readonly { readonly value: string }[] | undefined,
): [string, unknown][] {
  if (kind === 'hidden') return [[name, '3']];
  if (kind === 'drawn-by-page') return [];
  if (kind === 'date')
    return [
      [`${name}-day`, '1'],
      [`${name}-month`, '3'],
      [`${name}-year`, '2026'],
    ];
  if (choices) return choices.length === 0 ? [] : [[name, choices[0]?.value]];
  return [
    [name, /reviewedOn/.test(name) ? '2026-03-01' : /Count|Days|Years/.test(name) ? '3' : 'Some words'],
  ];
}

function dayOf(name: string, year: string): Record<string, string> {
  return { [`${name}-day`]: '1', [`${name}-month`]: '5', [`${name}-year`]: year };
}
