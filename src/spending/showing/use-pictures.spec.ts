import fc from 'fast-check';
import { PictureShown } from '../../../test/support/picture-shown.js';
import type { ClaimView } from '../../deployments/claims/claim-view.js';
import { roundedCount } from '../../deployments/entries/rounded-count.js';
import { newId } from '../../kernel/identifiers.js';
import { made } from '../../platform/database/recorded.js';
import type { Picture } from '../../web/pictures/picture.js';
import { templates } from '../../web/templates.js';
import { UseFigure } from '../figures/use-figure.entity.js';
import { usePictures } from './use-pictures.js';

const PAGES = templates();

describe('The picture of cost and use', () => {
  it('says what its table says: each year with its figure and the people it rests on, and the baseline by name', () => {
    const told = [figure('Y0', 19_800, 20), figure('Y-1', 16_200, 22), figure('Y1', 9400, null)];
    const shown = read(only(usePictures(told, { key: 'k', claims: [] }).told));
    expect(shown.faults()).toEqual([]);
    expect(shown.rows).toEqual([
      ['Y-1', '£16,200', '22'],
      ['Y0', '£19,800', '20'],
      ['Y1', '£9,400', 'Nobody has said'],
    ]);
    for (const { key, top } of shown.marks)
      expect(shown.valueAt('y', top)).toBeCloseTo(told.find(({ id }) => id === key)?.amount ?? 0, -2);
    expect(shown.finding).toContain('Baseline: Y0: the year of selection.');
    expect(shown.finding).not.toMatch(/%|sav/i);
  });

  it('hatches what rests on 7 people or fewer for everyone else', () => {
    const few = [figure('Y0', 19_800, 6), figure('Y1', 9400, 12)].map(asEveryoneReads);
    const shown = read(only(usePictures(few, { key: 'k', claims: [] }).told));
    expect(shown.faults()).toEqual([]);
    expect(shown.rows).toEqual([
      ['Y0', 'Not published', 'about 5 or fewer'],
      ['Y1', '£9,400', 'about 10'],
    ]);
    expect(shown.signs).toEqual(['Said', 'Not published']);
  });

  it('never lets an average of so few people through, however large it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1000, max: 99_999 }),
        (people, amount) => {
          const [picture] = usePictures([asEveryoneReads(figure('Y0', amount, people))], {
            key: 'k',
            claims: [],
          }).told;
          expect(JSON.stringify(picture)).not.toContain(amount.toLocaleString('en-GB'));
        },
      ),
    );
  });

  it('draws the averages of a source by year, and says on how many people they rest', () => {
    const values = [16_200, 19_800, 9400, 2600].map((value, at) => ({
      ...{ metric: 'COST_YEAR', period: ['Y-1', 'Y0', 'Y1', 'Y2'][at] ?? '', value, unit: 'GBP per person' },
    }));
    const shown = read(only(usePictures([], { key: 'k', claims: [claim(values)] }).claimed));
    expect(shown.faults()).toEqual([]);
    expect(shown.rows.map(([year, said]) => [year, said])).toEqual([
      ['Y-1', '£16,200'],
      ['Y0', '£19,800'],
      ['Y1', '£9,400'],
      ['Y2', '£2,600'],
    ]);
    expect(shown.finding).toContain(
      'The source does not say on how many people they rest, and compares them with nobody.',
    );
  });

  it('and of one year by service', () => {
    const values = [
      { metric: 'POLICE_INCIDENT', period: 'Y0', value: 29, unit: 'incidents per person' },
      { metric: 'MH_BED_DAY', period: 'Y0', value: 33, unit: 'days per person' },
    ];
    const shown = read(only(usePictures([], { key: 'k', claims: [claim(values)] }).claimed));
    expect(shown.faults()).toEqual([]);
    expect(shown.rows.map(([service, said]) => [service, said])).toEqual([
      ['Police incidents', '29'],
      ['MH bed days', '33'],
    ]);
  });
});

function only(pictures: readonly Picture[]): Picture {
  const [picture, ...others] = pictures;
  if (!picture || others.length > 0) throw new Error(`${String(pictures.length)} pictures`);
  return picture;
}

function read(picture: Picture): PictureShown {
  return new PictureShown(PAGES.renderString('{{ ui.picture(picture) }}', { picture }), picture.id);
}

/** As the one statement that reads entries yields it to everyone else: what is committed is nothing. */
function asEveryoneReads(figure: UseFigure): UseFigure {
  return Object.assign(figure, { amount: null, people: null });
}

function figure(year: string, amount: number, people: number | null): UseFigure {
  return made(UseFigure, {
    ...{ id: newId(), deploymentId: newId(), leadOrganisationId: newId(), published: true },
    ...{ saidOn: '2026-11-30', withdrawnOn: null, withdrawnBecause: null },
    ...{ used: 'MONEY', basis: 'PER_PERSON', year, amount, people, source: 'A paper' },
    ...{ baseline: 'Y0: the year of selection', priceBase: '2018/19', unitCost: null, comparator: null },
    publishedAmount: people !== null && people <= 7 ? null : amount,
    publishedPeople: people === null ? null : roundedCount(people),
  });
}

function claim(values: NonNullable<ClaimView['figures']>['values']): ClaimView {
  return {
    ...{
      id: newId(),
      key: 'slides',
      registeredBy: 'sources',
      topic: 'COST',
      statement: 'The deck gives averages.',
    },
    ...{ value: null, figures: { definition: 'AVERAGE_PER_PERSON', people: null, values } },
    ...{
      dated: null,
      planned: false,
      asOf: null,
      sources: [],
      confidence: 'A',
      contradicts: [],
      cautions: [],
    },
    ...{ scope: 'East Midlands', about: [], bodies: null, withdrawnOn: null, withdrawnBecause: null },
  };
}
