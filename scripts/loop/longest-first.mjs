/**
 * The order of the test files of one run: what takes longest begins first, so that both workers end at about the same
 * time. On a machine that has run nothing yet, jest goes by the size of the files, which says little of these.
 */
const LONGEST = [
  'journeys/every-page',
  'console/backup',
  'production/in-production',
  'contracts/odd-inputs',
  'contracts/fresh-start',
  'platform/database-away',
  'console/people',
  'console/doctor',
  'frameworks/publishing',
  'journeys/odd-answers-of-a-data-flow',
  'platform/installations',
  'contracts/paging',
  'contracts/answers',
  'deployments/load-the-register',
  'platform/one-sentence',
  'web/looks',
  'contracts/permissions',
];

/** Sorts as jest asks: what is named above, then what needs a server, then what needs nothing. */
export default class LongestFirst {
  sort(tests) {
    return tests
      .map((test) => ({ test, rank: rankOf(test.path) }))
      .sort((one, other) => one.rank - other.rank || one.test.path.localeCompare(other.test.path))
      .map(({ test }) => test);
  }

  allFailedTests(tests) {
    return tests;
  }

  /** Nothing is kept from run to run. */
  cacheResults() {
    return undefined;
  }
}

function rankOf(path) {
  const place = LONGEST.findIndex((name) => path.endsWith(`/test/${name}.test.js`));
  if (place >= 0) return place;
  return LONGEST.length + (path.endsWith('.spec.js') ? 1 : 0);
}
