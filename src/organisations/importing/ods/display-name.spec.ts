import fc from 'fast-check';
import { displayName } from './display-name.js';

describe('The name of an organisation, as people write it', () => {
  it.each([
    ['LEICESTERSHIRE PARTNERSHIP NHS TRUST', 'Leicestershire Partnership NHS Trust'],
    [
      "SOUTH WEST LONDON AND ST GEORGE'S MENTAL HEALTH NHS TRUST",
      "South West London and St George's Mental Health NHS Trust",
    ],
    ["GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "Guy's and St Thomas' NHS Foundation Trust"],
    ['LANCASHIRE & SOUTH CUMBRIA NHS FOUNDATION TRUST', 'Lancashire & South Cumbria NHS Foundation Trust'],
    ['ISLE OF WIGHT NHS TRUST', 'Isle of Wight NHS Trust'],
    [
      'THE NEWCASTLE UPON TYNE HOSPITALS NHS FOUNDATION TRUST',
      'The Newcastle upon Tyne Hospitals NHS Foundation Trust',
    ],
    [
      "THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST",
      "The Queen Elizabeth Hospital, King's Lynn, NHS Foundation Trust",
    ],
    ['ALDER HEY CHILDREN’S NHS FOUNDATION TRUST', 'Alder Hey Children’s NHS Foundation Trust'],
    ['STOKE-ON-TRENT HEALTH CIC', 'Stoke-on-Trent Health CIC'],
    ["ST. MARY'S (O'BRIEN) 4TH TRUST", "St. Mary's (O'Brien) 4th Trust"],
    ['Mind in Camden', 'Mind in Camden'],
  ])('%s is shown as %s', (published, shown) => {
    expect(displayName(published)).toBe(shown);
  });

  it('changes nothing but the case of letters, and nothing at all a second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9&',.() -]{0,60}$/), (published) => {
        const shown = displayName(published);
        expect(shown.toUpperCase()).toBe(published);
        expect(displayName(shown)).toBe(shown);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof displayName(text) === 'string'));
  });
});
