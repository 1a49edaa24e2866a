import { moment, PictureShown } from '../../../test/support/picture-shown.js';
import { templates } from '../../web/templates.js';
import { factOfChange, type DatedFact } from './dated-fact.js';
import { pictureOfTimeLine } from './told-time-line.js';
import { timeLineOf } from './time-line.js';

const PAGES = templates();
const TODAY = '2026-11-30';

const BY_SOURCE = { lane: 'STATE', sayer: 'SOURCES', saidBy: 'A newspaper' } as const;
const BY_TRUST = { lane: 'STATE', sayer: 'TRUST', saidBy: 'The trust itself' } as const;

const FACTS: readonly DatedFact[] = [
  {
    ...BY_SOURCE,
    key: 'start',
    when: '2016-10',
    dateOf: 'FACT',
    short: 'Set up',
    full: 'It was set up in October.',
  },
  {
    ...BY_SOURCE,
    key: 'seen',
    when: '2020',
    dateOf: 'SOURCE',
    short: 'Paused',
    full: 'Slides mark it as paused.',
  },
  {
    ...BY_TRUST,
    key: 'live',
    when: '2018-09-03',
    dateOf: 'FACT',
    short: 'Running',
    full: 'First shift.',
    enters: 'LIVE',
  },
  {
    ...BY_TRUST,
    key: 'pause',
    when: '2020-03',
    dateOf: 'FACT',
    short: 'Paused',
    full: 'Covid.',
    enters: 'PAUSED',
  },
  {
    ...BY_TRUST,
    key: 'halt',
    when: '2027-01-31',
    dateOf: 'PLAN',
    short: 'Must have halted',
    full: 'An order.',
  },
  {
    ...BY_SOURCE,
    lane: 'NAME',
    key: 'name',
    when: '2019-autumn',
    dateOf: 'FACT',
    short: 'PAVE',
    full: 'A new name.',
  },
];

const CHANGES = [
  { key: 'law-early', sort: 'LAW', from: '1998-07-16', what: 'An older law', saidBy: 'The law itself' },
  { key: 'law-2018', sort: 'LAW', from: '2018-05-25', what: 'GDPR', saidBy: 'The law itself' },
  { key: 'law-to-come', sort: 'LAW', from: '2027-06-01', what: 'A law to come', saidBy: 'The law itself' },
] as const;

describe('The time line of a scheme', () => {
  const shown = drawn(FACTS);

  it('says in its table what it draws, numbered in the order of dates', () => {
    expect(shown.faults()).toEqual([]);
    expect(shown.rows).toEqual([
      ['1', 'October 2016', 'Set up: It was set up in October.', 'A newspaper'],
      ['2', '25 May 2018', 'GDPR', 'The law itself'],
      ['3', '3 September 2018', 'Running: First shift.', 'The trust itself'],
      ['4', 'autumn 2019', 'PAVE: A new name.', 'A newspaper'],
      ['5', '2020 (the date of the source)', 'Paused: Slides mark it as paused.', 'A newspaper'],
      ['6', 'March 2020', 'Paused: Covid.', 'The trust itself'],
      ['7', '31 January 2027 (planned)', 'Must have halted: An order.', 'The trust itself'],
    ]);
    expect(shown.finding).toBe(
      'First: Set up, October 2016. Last: Paused, March 2020. 6 dated facts: 3 said by sources and 3 by the trust itself.',
    );
  });

  it('draws each fact at its date, as long as the date is uncertain, and a state until the next', () => {
    expect(daysFrom('start', ['2016-10-01', '2016-11-01'])).toBeLessThan(8);
    expect(daysFrom('seen', ['2020-01-01', '2021-01-01'])).toBeLessThan(8);
    expect(daysFrom('live', ['2018-09-03', '2020-03-01'])).toBeLessThan(8);
    expect(daysFrom('pause', ['2020-03-01', TODAY])).toBeLessThan(8);
  });

  it('tells sources, the trust and texts apart by shape, and plans and pauses by outline and hatching', () => {
    const signs = (key: string): string => shown.marks.find((mark) => mark.key === key)?.signs ?? '';
    const outline = (key: string): string => /PATH:(M[^:]*)/i.exec(signs(key))?.[1] ?? '';
    expect(new Set(['start', 'live', 'law-2018'].map(outline)).size).toBe(3);
    expect(outline('start')).toBe(outline('name'));
    expect(signs('seen')).toContain(':empty:4 3');
    expect(signs('halt')).toContain(':empty:4 3');
    expect(signs('start')).not.toContain('4 3');
    expect(signs('pause')).toContain(':hatched:');
    expect(signs('live')).not.toContain(':hatched:');
    expect(shown.signs).toEqual([
      'Said by a source',
      'Said by the trust itself',
      'Text of guidance or law',
      'Planned, or the date of the source',
      'How closely it is dated',
      'Paused',
    ]);
  });

  it('is not drawn where nothing of the scheme is dated', () => {
    const line = timeLineOf([], CHANGES.map(factOfChange), TODAY);
    expect(line.facts).toEqual([]);
    expect(pictureOfTimeLine(line, { key: 'a-scheme' })).toBeNull();
  });

  /** How many days a mark begins or ends away from these days, by the labels of the axis. */
  function daysFrom(key: string, days: readonly [string, string]): number {
    const mark = shown.marks.find((one) => one.key === key);
    const [from, to] = [mark?.left ?? 0, mark?.right ?? 0].map((place) => shown.valueAt('x', place, moment));
    const apart = [(from ?? 0) - Date.parse(days[0]), (to ?? 0) - Date.parse(days[1])];
    return Math.max(...apart.map(Math.abs)) / 86_400_000;
  }
});

function drawn(facts: readonly DatedFact[]): PictureShown {
  const picture = pictureOfTimeLine(timeLineOf(facts, CHANGES.map(factOfChange), TODAY), { key: 'a-scheme' });
  return new PictureShown(PAGES.renderString('{{ ui.picture(picture) }}', { picture }), 'time-line');
}
