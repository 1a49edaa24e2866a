import { rememberedAgreement as rememberedFor } from './remembered-agreement.js';

const rememberedAgreement = (id: string, scores: Parameters<typeof rememberedFor>[1]) =>
  rememberedFor(id, scores, 0.667);

function agreementOf(review: string) {
  return rememberedAgreement(review, [['3', null]]);
}

describe('The agreement of a review', () => {
  it('is remembered for the last five hundred, and the oldest is forgotten first', () => {
    for (let other = 0; other < 500; other += 1) agreementOf(`before ${other}`);
    const first = agreementOf('first');
    for (let other = 0; other < 499; other += 1) agreementOf(`after ${other}`);
    expect(agreementOf('first')).toBe(first);
    agreementOf('one more');
    expect(agreementOf('first')).not.toBe(first);
  });

  it('is not taken for that of other scores', () => {
    const [gap, row] = [
      rememberedAgreement('scores', [['3', null], ['2']]),
      rememberedAgreement('scores', [['3', '2']]),
    ];
    expect([gap.pairedUnits, row.pairedUnits]).toEqual([0, 1]);
    expect(rememberedAgreement('scores', [['3'], ['2']]).pairedUnits).toBe(0);
    expect(rememberedAgreement('scores', [['2', '2']]).rawAgreement).toBe(1);
    expect(rememberedAgreement('scores', [['2', '3']]).rawAgreement).toBe(0);
  });
});
