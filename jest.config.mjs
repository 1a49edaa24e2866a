import { placeForTests } from './scripts/loop/place-in-memory.mjs';

/** The runner executes compiled ESM in plain worker threads; see docs/decisions/0002-esm-and-jest.md. */
const compiled = process.env.CANDOUR_DIST || 'dist';

/** Endurance: kill rounds, and what `npm test` tries in part: rules on many more records, every odd input on every form. */
const LONG = [
  '**/test/long/**/*.test.js',
  '**/legal-basis/rules/engine/evaluate.spec.js',
  '**/contracts/odd-inputs.test.js',
];
/** Programs that tests start, and tests that they run, take the place of those that started them. */
process.env.TMPDIR = process.env.CANDOUR_TESTS_IN ??= placeForTests();

const isLong = process.env.CANDOUR_LONG === 'yes';

export default {
  testEnvironment: 'node',
  runner: 'jest-light-runner',
  testSequencer: '<rootDir>/scripts/loop/longest-first.mjs',
  roots: [`<rootDir>/${compiled}/src`, `<rootDir>/${compiled}/test`],
  testMatch: isLong ? LONG : ['**/*.spec.js', '**/*.test.js'],
  testPathIgnorePatterns: isLong ? [] : ['/test/long/'],
  transform: {},
};
