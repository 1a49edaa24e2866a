/** Refuses a Node that cannot load ESM-only packages from CommonJS ones, which the framework relies on. */
export function ensureNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const runs = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (runs) return;
  throw new Error(
    `Candour needs Node 20.19 or later (of the 22 line, 22.12 or later), and this is Node ${version}. ` +
      'Install a current version from https://nodejs.org and try again.',
  );
}
