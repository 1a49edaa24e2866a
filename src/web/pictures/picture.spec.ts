import { scaleBand, scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { moment, PictureShown } from '../../../test/support/picture-shown.js';
import { templates } from '../templates.js';
import { bandAxis, framed, timeAxis, valueAxis } from './frame.js';
import { hatching, INK, mark } from './ink.js';
import { legend } from './legend.js';
import { tag, type Drawn } from './markup.js';
import { drawn, twinAsFile, type Picture, type Told } from './picture.js';
import { point } from './point.js';
import { cutTo, linesFor, widthOf, words, wordsOnSolid } from './words-drawn.js';

const FRAME = framed(300);
const PERIODS = [
  { key: 'first', year: '2017', people: 103 },
  { key: 'second', year: '2018', people: 1133 },
  { key: 'third', year: '2019', people: null },
] as const;

const TOLD: Told = {
  id: 'people',
  finding: 'People on the scheme rose to 1,133, then counting stopped',
  description: 'One point for each year; the year without a count is hatched.',
  height: 300,
  csv: '/people.csv',
  twin: {
    caption: 'People on the scheme by year',
    columns: ['Year', { text: 'People', numeric: true }],
    rows: PERIODS.map(({ key, year, people }) => ({ key, cells: [year, people ?? 'Not collected'] })),
  },
};

describe('A picture', () => {
  it('says what its table twin says, in places that its axes measure', () => {
    const shown = read(counted(TOLD));
    expect(shown.faults()).toEqual([]);
    expect(shown.finding).toBe(TOLD.finding);
    expect(shown.rows).toEqual([
      ['2017', '103'],
      ['2018', '1,133'],
      ['2019', 'Not collected'],
    ]);
    for (const { key, left, top } of shown.marks.filter(({ key }) => key !== 'third')) {
      const period = PERIODS.find((one) => one.key === key);
      expect(shown.valueAt('y', top)).toBeCloseTo(period?.people ?? 0, -1);
      expect(new Date(shown.valueAt('x', left, moment)).getUTCFullYear()).toBe(Number(period?.year));
    }
    expect(shown.signs).toEqual(['Counted', 'Not collected']);
  });

  it('gives the table as a file, line by line as the page has it', async () => {
    const file = twinAsFile('people.csv', TOLD.twin);
    const chunks: string[] = [];
    for await (const chunk of file.content as AsyncIterable<Buffer>) chunks.push(String(chunk));
    expect(read(counted(TOLD)).differencesFromFile(chunks.join(''))).toEqual([]);
    expect(read(counted(TOLD)).differencesFromFile('Year,People\n2017,104')).not.toEqual([]);
  });

  it('escapes what people typed', () => {
    const shown = read(
      drawn(
        { ...TOLD, finding: 'A <b>bold</b> & "quoted" finding' },
        tag('text', { x: 1 }, '</svg><script>'),
      ),
    );
    expect(shown.finding).toBe('A <b>bold</b> & "quoted" finding');
    expect(shown.faults().filter((fault) => fault.startsWith('it holds'))).toEqual([]);
  });

  it.each<[string, Picture]>([
    ['row third is not drawn', counted(TOLD, 2)],
    ['mark fourth has no row', drawn(TOLD, marks(3), mark('fourth', tag('rect', { x: 80, y: 80 })))],
    ['mark first says “10”, its row does not', drawn(TOLD, marks(3), mark('first', words('10', 80, 80)))],
    [
      'mark first is drawn outside the picture',
      drawn(TOLD, marks(3), mark('first', tag('rect', { x: 801, y: 8 }))),
    ],
    ['two signs differ by colour alone', drawn(TOLD, marks(3), legend(twoReds(), 0).drawn)],
    ['nothing describes it', counted({ ...TOLD, description: '' })],
  ])('has a fault that the reader of pictures names: %s', (fault, picture) => {
    expect(read(picture).faults()).toEqual([fault]);
  });
});

describe('What pictures are made of', () => {
  it('names bands, and gives a line of its own to what would cover another', () => {
    const bands = bandAxis(scaleBand(['Y-1', 'Y0'], [0, 100]), FRAME).toString();
    expect(bands).toContain('>Y-1<');
    expect(
      linesFor([
        { from: 0, to: 50 },
        { from: 40, to: 60 },
        { from: 57, to: 90 },
      ]),
    ).toEqual([0, 1, 0]);
  });

  it('cuts words to the room there is', () => {
    expect(cutTo(1000, 'Serenity Integrated Mentoring')).toBe('Serenity Integrated Mentoring');
    const cut = cutTo(80, 'Serenity Integrated Mentoring');
    expect(cut).toMatch(/^Serenity?.*…$/);
    expect(widthOf(cut)).toBeLessThanOrEqual(80);
  });
});

function counted(told: Told, upTo = 3): Picture {
  return drawn(told, marks(upTo), legend(signs(), 270).drawn);
}

function marks(upTo: number): readonly Drawn[] {
  const x = scaleUtc([new Date('2016-07-01'), new Date('2020-01-01')], [FRAME.left, FRAME.right]);
  const y = scaleLinear([0, 1200], [FRAME.bottom, FRAME.top]);
  const stripes = hatching('people-paused');
  const places = PERIODS.map(({ year, people }): [number, number] => [
    x(new Date(`${year}-07-01`)),
    y(people ?? 0),
  ]);
  return [
    stripes.definition,
    timeAxis(x, FRAME),
    valueAxis(y, FRAME),
    tag('path', { d: line()(places.slice(0, 2)) ?? '', ...INK.line }),
    PERIODS.slice(0, upTo).map(({ key, people }, index) => {
      const [left, top] = places[index] ?? [0, 0];
      return people === null
        ? mark(key, tag('rect', { x: left, y: FRAME.top, width: 20, height: 80, ...stripes.ink }))
        : mark(
            key,
            point('circle', [left, top], { ink: INK.solid }),
            words(people.toLocaleString('en-GB'), left, top - 10),
          );
    }),
  ];
}

function signs() {
  return [
    {
      sample: tag('g', {}, point('circle', [0, 0], { ink: INK.solid, size: 20 }), wordsOnSolid('n', -4, 5)),
      words: 'Counted',
    },
    {
      sample: tag('rect', { x: -10, y: -8, width: 20, height: 16, ...hatching('other').ink }),
      words: 'Not collected',
    },
  ];
}

function twoReds() {
  return ['#b00000', '#a00000'].map((fill) => ({ sample: tag('circle', { r: 6, fill }), words: fill }));
}

const PAGES = templates();

function read(picture: Picture): PictureShown {
  return new PictureShown(PAGES.renderString('{{ ui.picture(picture) }}', { picture }), picture.id);
}
