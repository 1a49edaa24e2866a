/** How the specs run while StrykerJS changes what they test: the compiled ones, with Jest's global names. */
export default {
  plugins: [{ name: 'spec-that-cannot-be-loaded', enforce: 'pre', transform: failingWhereItCannotBeLoaded }],
  test: {
    globals: true,
    isolate: false,
    setupFiles: ['scripts/mutation/properties.mjs'],
    include: [process.env.CANDOUR_SPECS ?? 'dist/src/**/*.spec.js'],
    exclude: ['**/node_modules/**', '**/engine/evaluate.spec.js'],
  },
};

/** A fault that stops a spec file from loading is noticed; StrykerJS' runner counts only tests that fail. */
function failingWhereItCannotBeLoaded(_code, id) {
  if (!id.endsWith('.spec.js')) return undefined;
  const specs = JSON.stringify(`${id}?specs`);
  return `try { await import(${specs}); } catch (fault) { it('loads', () => { throw fault; }); }`;
}
