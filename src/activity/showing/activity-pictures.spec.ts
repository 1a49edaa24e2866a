import { PictureShown } from '../../../test/support/picture-shown.js';
import type { ClaimFigures } from '../../deployments/claims/claim-figures.js';
import type { ClaimView } from '../../deployments/claims/claim-view.js';
import { newId } from '../../kernel/identifiers.js';
import { made } from '../../platform/database/recorded.js';
import type { Picture } from '../../web/pictures/picture.js';
import { templates } from '../../web/templates.js';
import { ActivityFigure } from '../figures/activity-figure.entity.js';
import { roundedCount } from '../../deployments/entries/rounded-count.js';
import { activityPictures } from './activity-pictures.js';

const PAGES = templates();

describe('The picture of a series', () => {
  const told = [
    figure('2019/20-Q1', 103),
    figure('2019/20-Q2', 133),
    figure('2019/20-Q3', 167),
    figure('2019/20-Q4', null, 'PAUSED'),
    figure('2020/21-Q1', 170, 'ESTIMATE'),
    figure('2020/21-Q2', null, 'NOT_COLLECTED'),
  ];

  it('says what its table says, with the paused quarter hatched and named and no zero', () => {
    const shown = read(only(activityPictures(told, { key: 'k', claims: [] }).told));
    expect(shown.faults()).toEqual([]);
    expect(shown.rows).toEqual([
      ['April 2019 to June 2019', '103', 'Counted'],
      ['July 2019 to September 2019', '133', 'Counted'],
      ['October 2019 to December 2019', '167', 'Counted'],
      ['January 2020 to March 2020', 'No figure', 'Paused: no work, and no figure'],
      ['April 2020 to June 2020', '170', 'Estimated'],
      ['July 2020 to September 2020', 'No figure', 'Not collected'],
    ]);
    for (const { key, top, bottom } of shown.marks) {
      const value = told.find(({ id }) => id === key)?.value ?? null;
      if (value === null) expect(bottom - top).toBeGreaterThan(150);
      else expect(shown.valueAt('y', (top + bottom) / 2)).toBeCloseTo(value, -1);
    }
    expect(shown.marks.map(({ words }) => words.join())).toContain('Paused');
    expect(shown.signs).toEqual(['Counted', 'Estimated', 'Paused', 'Not collected']);
    expect(shown.finding).toContain('for Derbyshire and Leicestershire together: from 103');
    expect(shown.finding).toContain('paused in January 2020 to March 2020, which is not zero');
  });

  it('shows to everyone else the rounded figures alone', () => {
    const small = [figure('2019/20-Q1', 3), figure('2019/20-Q2', 103)].map((one) => asEveryoneReads(one));
    const shown = read(only(activityPictures(small, { key: 'k', claims: [] }).told));
    expect(shown.faults()).toEqual([]);
    expect(shown.rows.map(([, count]) => count)).toEqual(['about 5 or fewer', 'about 105']);
  });

  it('keeps words off each other where there are many periods', () => {
    const many = Array.from({ length: 48 }, (_, at) =>
      figure(`${String(2016 + Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`, 100 + at),
    );
    const shown = read(only(activityPictures(many, { key: 'k', claims: [] }).told));
    expect(shown.faults()).toEqual([]);
    expect(shown.rows).toHaveLength(48);
    expect(shown.marks.flatMap(({ words }) => words)).toEqual([]);
  });
});

describe('The picture of a claim', () => {
  it('gives the figures as their source does, and says that they fall', () => {
    const picture = only(activityPictures([], { key: 'k', claims: [claim([26, 31, 28, 68])] }).claimed);
    const shown = read(picture);
    expect(shown.faults()).toEqual([]);
    expect(shown.finding).toBe(
      'A source gives 26, 31, 28 and 68, for East Midlands. They fall from 31 to 28, so they cannot be counted from the beginning, as the source says.',
    );
    expect(shown.rows.map(([when, count]) => [when, count])).toEqual([
      ['period not stated (figure 1)', '26'],
      ['period not stated (figure 2)', '31'],
      ['period not stated (figure 3)', '28'],
      ['period not stated (figure 4)', '68'],
    ]);
  });

  it('hatches what its source marks as paused, whatever number is repeated there', () => {
    const [first, last] = figuresOf([167, 167], 'people').values;
    if (!first || !last) throw new Error('There are no figures.');
    const figures = { ...figuresOf([1], 'people'), values: [first, { ...last, status: 'PAUSED' as const }] };
    const shown = read(
      only(activityPictures([], { key: 'k', claims: [{ ...claim([1]), figures }] }).claimed),
    );
    expect(shown.faults()).toEqual([]);
    expect(shown.rows.map(([, count]) => count)).toEqual(['167', '167, marked as paused']);
    expect(shown.signs).toEqual(['As the source gives it', 'Paused']);
  });

  it('is drawn of counts of people alone, and of no average', () => {
    const average = { ...claim([29, 4]), figures: figuresOf([29, 4], 'incidents per person') };
    expect(activityPictures([], { key: 'k', claims: [average] }).claimed).toEqual([]);
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

function asEveryoneReads(figure: ActivityFigure): ActivityFigure {
  return made(ActivityFigure, { ...figure, value: null });
}

function figure(
  period: string,
  value: number | null,
  status: ActivityFigure['status'] = 'ACTUAL',
): ActivityFigure {
  return made(ActivityFigure, {
    ...{ id: newId(), deploymentId: newId(), leadOrganisationId: newId(), published: true },
    ...{ saidOn: '2026-11-30', withdrawnOn: null, withdrawnBecause: null },
    ...{ counted: 'EVER', unit: 'PEOPLE', areas: ['Derbyshire', 'Leicestershire'], source: 'Slides' },
    ...{ period, closeness: 'QUARTER', status, value },
    publishedValue: value === null ? null : roundedCount(value),
  });
}

function figuresOf(values: readonly number[], unit: string): ClaimFigures {
  return {
    definition: 'CONTRADICTORY',
    people: null,
    values: values.map((value, at) => ({
      ...{ metric: 'PEOPLE_SUPPORTED', period: `UNSPECIFIED_${String(at + 1)}`, value, unit },
    })),
  };
}

function claim(values: readonly number[]): ClaimView {
  return {
    ...{
      id: newId(),
      key: 'slides',
      registeredBy: 'sources',
      topic: 'ACTIVITY',
      statement: 'The deck gives counts.',
    },
    ...{
      value: null,
      figures: figuresOf(values, 'people'),
      dated: null,
      planned: false,
      asOf: null,
      sources: [],
    },
    ...{ confidence: 'A', contradicts: [], cautions: [], scope: 'East Midlands', about: [], bodies: null },
    ...{ withdrawnOn: null, withdrawnBecause: null },
  };
}
