import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Variables } from '../../src/platform/settings/read-settings.js';
import type { Settings } from '../../src/platform/settings/settings.js';

const ASSETS = join(tmpdir(), `candour-test-assets-${userInfo().username}`);

/**
 * Settings as a fresh installation would have them, with a folder of the test's own. Only stylesheets and scripts are
 * shared by all tests: they are named by their content, and making them takes longer than starting the rest.
 */
export function testSettings(variables: Variables = {}): Settings {
  return readSettings({
    CANDOUR_FOLDER: folderOfATest(),
    CANDOUR_SECRET: 'a secret that is long enough for tests only',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...variables,
  });
}

/** A folder of the test's own, for what an installation keeps beside its database. */
export function folderOfATest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'candour-test-'));
  mkdirSync(ASSETS, { recursive: true });
  symlinkSync(ASSETS, join(folder, 'assets'));
  return folder;
}
