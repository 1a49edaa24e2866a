import { regimes, type Regime } from '../../../legal-basis/record/basis/regime.js';
import { listAt } from '../lists.js';
import { itemForm, KEPT_UNASKED } from '../record-form.js';
import { placeToMend } from '../mending/where-to-mend.js';

const bases = listAt('assertions');

describe('A legal basis is asked what its own law asks', () => {
  it('in 2026 nothing of the Act of 1998 nor of Part 3, and every basis that exists by then', () => {
    const asked = fieldsFor('UKGDPR_DUAA');
    expect(asked).toEqual(expect.arrayContaining(['art6', 'annex1Condition', 'art9', 'sch1Paras', 'apdId']));
    expect(asked.filter((name) => /^(dpa1998|leaPurpose|s35|sch8|s42)/.test(name))).toEqual([]);
    expect(basesOf('UKGDPR_DUAA')).toContain('6_1_ea');
  });

  it('before 2018 its Schedules 2 and 3, and nothing of Articles 6 and 9 or Schedule 1 of 2018', () => {
    const asked = fieldsFor('DPA1998');
    expect(asked).toEqual(expect.arrayContaining(['dpa1998Sch2', 'dpa1998Sch3', 'functionCitation']));
    expect(asked.filter((name) => /^(art6|art9|art10|sch1|sch8|annex1|apdId|leaPurpose)/.test(name))).toEqual(
      [],
    );
  });

  it('under Part 3 the questions of Part 3, with the test for a person at risk that Schedule 8 shares', () => {
    const asked = fieldsFor('DPA_PART3');
    expect(asked).toEqual(
      expect.arrayContaining(['leaPurpose', 's35Condition', 'sch8Para', 's42ApdId', 'atRiskTest.careNeeds']),
    );
    expect(asked.filter((name) => /^(dpa1998|art6|art9|art10|sch1Paras|annex1)/.test(name))).toEqual([]);
  });

  it('and a basis that did not exist yet is not offered', () => {
    expect(basesOf('GDPR2018')).not.toContain('6_1_ea');
    expect(basesOf('UKGDPR')).not.toContain('6_1_ea');
    expect(basesOf('UKGDPR', { art6: '6_1_ea' })).toContain('6_1_ea');
  });

  it('of every law whose basis it is, for which days, and the reasoning of Article 8', () => {
    for (const { code } of regimes)
      expect(fieldsFor(code)).toEqual(
        expect.arrayContaining(['controllerOrgId', 'regime', 'validFrom', 'validTo', 'art8Text.necessity']),
      );
  });

  it('and before a law is chosen, only whose it is, under which law and for which days', () => {
    const first = ['controllerOrgId', 'regime', 'validFrom', 'validTo', 'purposeCodes', 'version'];
    for (const item of [{}, { regime: 'NOT_KNOWN' }]) expect(namesOf(item)).toEqual(first);
  });
});

describe('An answer that its law does not ask', () => {
  const item = { regime: 'UKGDPR', dpa1998Sch2: 'Paragraph 5', sch8Para: 4, art9: ['9_2_h'] };

  it('is shown in words and can be taken away, and nothing else of it is lost', () => {
    const form = itemForm(bases, { content: {}, item });
    expect(form.field(KEPT_UNASKED).look.choices).toEqual([
      { value: 'dpa1998Sch2', label: 'DPA 1998 Schedule 2 condition', hint: 'Paragraph 5' },
      {
        value: 'sch8Para',
        label: 'DPA 2018 Schedule 8 paragraph',
        hint: 'Para 4: safeguarding children and individuals at risk',
      },
    ]);
    expect(form.read({ [KEPT_UNASKED]: ['art9'], version: '1' }).ok).toBe(false);
    expect(namesOf({ regime: 'UKGDPR', art9: ['9_2_h'] })).not.toContain(KEPT_UNASKED);
  });

  it('is where a rule about it leads; a question that is not asked yet leads to the choice of the law', () => {
    const content = { assertions: [item, {}] } as never;
    expect(placeToMend('f', 'assertions[0].dpa1998Sch2', content)?.href).toBe(
      `/data-flows/f/assertions/0#${KEPT_UNASKED}`,
    );
    expect(placeToMend('f', 'assertions[0].art9', content)?.href).toBe('/data-flows/f/assertions/0#art9');
    expect(placeToMend('f', 'assertions[1].art6', content)?.href).toBe('/data-flows/f/assertions/1#regime');
  });
});

function namesOf(item: object): readonly string[] {
  return itemForm(bases, { content: {}, item }).drawn.map(({ name }) => name);
}

function fieldsFor(regime: Regime): readonly string[] {
  return namesOf({ regime });
}

function basesOf(regime: Regime, more: object = {}): readonly string[] {
  const form = itemForm(bases, { content: {}, item: { regime, ...more } });
  return (form.field('art6').look.choices ?? []).map(({ value }) => value);
}
