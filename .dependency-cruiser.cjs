/** The arrows of the house: a room imports from the rooms named here and from no other. See docs/decisions. */
const kernel = [];
const platform = ['kernel'];
const side = ['platform', ...platform];
const access = ['identity', 'web', ...side];
const ledger = ['access', ...access];
const evidence = ['ledger', ...ledger];
const home = ['evidence', ...evidence];
const organisations = ['home', ...home];
const feature = ['organisations', ...organisations];

const rooms = {
  ...{ kernel, platform, identity: side, web: side, access, ledger, evidence, home, organisations },
  ...{ deployments: ['legal-basis', ...feature], frameworks: feature, concerns: feature },
  memberships: ['review-method', ...feature],
  ...{ about: ledger, operations: feature },
  ...{ accountability: ['deployments', ...feature], staffing: ['deployments', ...feature] },
  incidents: ['deployments', ...feature],
  'legal-basis': ['kernel'],
  'data-sharing': ['legal-basis', 'deployments', ...feature],
  'past-requests': ['deployments', ...feature],
  succession: ['staffing', 'legal-basis', 'deployments', ...feature],
  activity: ['deployments', ...feature],
  spending: ['activity', 'deployments', ...feature],
  'co-production': ['deployments', ...feature],
  complaints: ['concerns', 'deployments', ...feature],
  suggestions: ['concerns', 'deployments', ...feature],
  'public-questions': ['reviews', 'legal-basis', 'concerns', 'deployments', ...feature],
  'review-method': ['frameworks/edition', 'kernel'],
  reviews: ['review-method', 'legal-basis', 'frameworks', 'deployments', ...feature],
  notices: ['reviews', 'deployments', ...feature],
  halting: ['reviews', 'legal-basis', 'deployments', ...feature],
  watching: ['reviews', 'deployments', ...feature],
  publication: ['reviews', 'review-method', 'legal-basis', 'frameworks', 'deployments', ...feature],
};
const top = ['console', 'demo-world'];

const anyOf = (names) => `^src/(${names.join('|')})/`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const arrows = Object.entries(rooms).map(([room, below]) =>
  forbid(
    `arrows-of-${room}`,
    `${room} imports only from: ${below.join(', ') || 'itself'}.`,
    { path: anyOf([room]) },
    { path: '^(src|test|bench|migrations)/', pathNot: [anyOf([room, ...below]), '^test/support/'] },
  ),
);

module.exports = {
  forbidden: [
    ...arrows,
    forbid(
      'every-room-is-drawn',
      'A new folder in src needs its place and arrows in .dependency-cruiser.cjs.',
      { path: '^src/[^/]+/', pathNot: anyOf([...Object.keys(rooms), ...top]) },
      {},
    ),
    forbid(
      'records-and-policies-stand-alone',
      'Entities and policies import no service, page, query or Nest.',
      { path: '\\.(entity|policy)\\.ts$' },
      { path: '(\\.(service|queries|pages|api|controller|module)\\.ts$|node_modules/@nestjs/)' },
    ),
    forbid(
      'who-knows-typeorm',
      'Only entities, queries, modules, the ledger and the platform import typeorm.',
      { path: '^src/', pathNot: ['\\.(entity|queries|module)\\.ts$', anyOf(['ledger', 'platform'])] },
      { path: 'node_modules/typeorm/' },
    ),
    forbid(
      'who-knows-the-driver',
      'Only queries, the ledger, the platform and the console import the driver of PostgreSQL.',
      { path: '^src/', pathNot: ['\\.queries\\.ts$', anyOf(['ledger', 'platform', 'console'])] },
      { path: 'node_modules/(@types/)?pg/' },
    ),
    forbid(
      'pure-rules',
      'The kernel, the legal basis, the method of a review and maturity are plain TypeScript: no framework, no database.',
      { path: ['^src/kernel/', '^src/(legal-basis|review-method)/', '^src/[^/]+/(edition|maturity)/'] },
      { path: 'node_modules/(@nestjs|typeorm|pg|fastify)/' },
    ),
    forbid(
      'legal-basis-stands-alone',
      'The legal basis is used wherever a record is judged: of all packages it imports only zod.',
      { path: '^src/legal-basis/', pathNot: '\\.spec\\.ts$' },
      { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    ),
    forbid(
      'tests-support-tests',
      'What supports tests is for tests: only a spec imports it.',
      { path: '^src/', pathNot: '\\.spec\\.ts$' },
      { path: '^test/' },
    ),
    forbid('no-circles', 'Two files that need each other are one thing or three.', {}, { circular: true }),
    forbid('no-barrels', 'Import from the file that holds the thing.', {}, { path: '^src/.*/index\\.ts$' }),
    forbid('nothing-missing', 'Every import leads somewhere.', { path: '^src/' }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types'],
    },
  },
};
