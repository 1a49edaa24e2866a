import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';
import { decideByRoute } from './scripts/lint/decide-by-route.mjs';
import { oneDoorForWrites } from './scripts/lint/one-door-for-writes.mjs';

const TYPESCRIPT = ['src/**/*.ts', 'test/**/*.ts', 'migrations/**/*.ts', 'bench/**/*.ts'];
const TESTS = ['**/*.spec.ts', 'test/**/*.ts'];

const forbidden = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Give it a name: what is imported is called the same everywhere.',
  },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds the thing.' },
  {
    selector:
      ':matches(ClassDeclaration, TSInterfaceDeclaration) > Identifier.id[name=/(Impl|Base|Manager|Helper|Util|Utils|Data|Info)$/]',
    message: 'Name the thing in the words of the domain; this ending says nothing.',
  },
  {
    selector: 'MethodDefinition > Identifier.key[name=/^(handle|process|manage)([A-Z]|$)/]',
    message: 'Name what it does with a verb of the domain.',
  },
];

/** A column is written once: on its entity. See src/platform/database/selection.ts and recorded.ts. */
const WRITTEN_ONCE = [
  {
    selector:
      'CallExpression[callee.property.name=/^(rows|row|rowsOfEach|look)$/][typeArguments], CallExpression[callee.name="look"][typeArguments]',
    message: 'Read through a Selection, which says the list of columns and the type of the rows at once.',
  },
  {
    selector: 'TSAsExpression > TSTypeReference[typeName.name="SqlStatement"]',
    message: 'A statement knows its rows from its Selection: do not claim them.',
  },
  {
    selector:
      'CallExpression[callee.object.name="Object"][callee.property.name="assign"] > NewExpression.arguments:first-child',
    message: 'Make a record with `made`, which demands every column.',
  },
];

const SHORT_OF_PARAMETERS = [
  ...[
    'FunctionDeclaration',
    'ArrowFunctionExpression',
    'MethodDefinition[kind!="constructor"] > FunctionExpression',
  ].map((what) => ({
    selector: `${what}[params.length>4]`,
    message: 'Four parameters at most: give the rest a name of their own.',
  })),
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>5]',
    message: 'Five collaborators at most: this class does more than one thing.',
  },
];

const forbiddenInTests = {
  selector:
    'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|failing)$/]',
  message: 'A test runs, always and with the others.',
};

export default tseslint.config(
  { ignores: ['dist*/**', 'coverage/**', '.candour/**', 'node_modules/**'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    plugins: {
      jsdoc,
      candour: { rules: { 'decide-by-route': decideByRoute, 'one-door-for-writes': oneDoorForWrites } },
    },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': ['error', { fixToUnknown: false }],
      // A Nest module is a class that its decorator fills.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Nest injects by the value of an imported class: a type-only import compiles and then fails at start.
      '@typescript-eslint/consistent-type-imports': 'off',
      // Nest and fastify declare some of their options as classes and take plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'candour/decide-by-route': 'error',
      'candour/one-door-for-writes': 'error',
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'max-lines': ['error', 260],
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@jest/globals', message: 'Use the globals of the runner.' }] },
      ],
      'no-restricted-syntax': ['error', ...forbidden, ...SHORT_OF_PARAMETERS, ...WRITTEN_ONCE],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: TESTS,
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          enableFixer: false,
          require: { ClassDeclaration: true, FunctionDeclaration: true },
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'TSEnumDeclaration',
            'VariableDeclaration',
          ],
        },
      ],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Where columns are written once and records made: the two themselves, and the stand-in that is never stored.
    files: ['src/platform/database/{recorded,selection}.ts', 'src/access/stand-in.ts'],
    rules: { 'no-restricted-syntax': ['error', ...forbidden, ...SHORT_OF_PARAMETERS] },
  },
  {
    // The one place that knows how an address becomes a route, and when memory is given back, on which nothing else hangs;
    // tests and benches ask in every spelling.
    files: ['src/platform/requests/matched-route.ts', 'src/web/rest-when-idle.ts', ...TESTS, 'bench/**/*.ts'],
    rules: { 'candour/decide-by-route': 'off' },
  },
  {
    // CASL hands its builder's can and cannot out to be taken apart; they are bound.
    files: ['src/**/*.policy.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // Sessions, drafts and ended keys are rows of a visitor's own, not records: no act, no event.
    files: [
      'src/identity/**/*.ts',
      'src/web/**/*.ts',
      'src/concerns/filing/drafts.queries.ts',
      'src/concerns/admitting/ended-keys.queries.ts',
    ],
    rules: { 'candour/one-door-for-writes': ['error', { keepsOwnRows: true }] },
  },
  {
    files: [
      'src/ledger/**/*.ts',
      'src/platform/**/*.ts',
      'test/**/*.ts',
      'migrations/**/*.ts',
      'bench/**/*.ts',
    ],
    rules: { 'candour/one-door-for-writes': 'off' },
  },
  {
    files: TESTS,
    rules: {
      // Matchers such as expect.any() are typed any, and a spy is a method looked at from outside.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Spreading a text into its code points is what a test of texts means.
      '@typescript-eslint/no-misused-spread': 'off',
      'max-lines': ['error', 400],
      'no-restricted-syntax': ['error', ...forbidden, forbiddenInTests],
    },
  },
  {
    files: ['src/console/**/*.ts', 'src/main.ts', 'bench/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    rules: {
      eqeqeq: 'error',
      'no-unused-vars': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'max-depth': ['error', 3],
    },
  },
);
