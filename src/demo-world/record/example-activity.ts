import { ACTIVITY_FIGURES } from '../../activity/figures/activity-figures.js';
import type { ExampleEntries } from './example-entries.js';

const SHEET = 'The team’s own spreadsheet (fictional)';

const BOTH = { areas: 'Example Vale; Example Moor', source: SHEET, unit: 'PEOPLE' };

/** Everybody since the beginning, in two areas together, with a quarter that was paused. */
const EVER = [
  { ...BOTH, counted: 'EVER', period: '2019/20-Q1', status: 'ACTUAL', value: 12 },
  { ...BOTH, counted: 'EVER', period: '2019/20-Q2', status: 'ACTUAL', value: 19 },
  { ...BOTH, counted: 'EVER', period: '2019/20-Q3', status: 'ACTUAL', value: 26 },
  { ...BOTH, counted: 'EVER', period: '2019/20-Q4', status: 'PAUSED' },
  { ...BOTH, counted: 'EVER', period: '2020/21-Q1', status: 'ESTIMATE', value: 31 },
];

const VALE = { areas: 'Example Vale', source: SHEET, unit: 'PEOPLE' };

/** How people left, with a small number, a year that nobody collected, and a source that gives no periods. */
const OTHERS = [
  { ...VALE, counted: 'DISCHARGED', period: '2018/19', status: 'NOT_COLLECTED' },
  { ...VALE, counted: 'DISCHARGED', period: '2019/20', status: 'ACTUAL', value: 4 },
  { ...VALE, counted: 'OPEN_AT_END', period: 'UNSPECIFIED_1', status: 'ACTUAL', value: 14 },
  { ...VALE, counted: 'OPEN_AT_END', period: 'UNSPECIFIED_2', status: 'ACTUAL', value: 9 },
];

/** What the fictional trust counted. */
export const EXAMPLE_ACTIVITY: readonly ExampleEntries[] = [
  { kind: ACTIVITY_FIGURES, said: [...EVER, ...OTHERS] },
];
