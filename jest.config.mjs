/** The runner executes compiled ESM in plain worker threads; see docs/decisions/0002-esm-and-jest.md. */
const compiled = process.env.CANDOUR_DIST || 'dist';

export default {
  testEnvironment: 'node',
  runner: 'jest-light-runner',
  roots: [`<rootDir>/${compiled}/src`, `<rootDir>/${compiled}/test`],
  testMatch: ['**/*.spec.js', '**/*.test.js'],
  transform: {},
};
