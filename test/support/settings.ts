import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, type Variables } from '../../src/platform/settings/read-settings.js';
import type { Settings } from '../../src/platform/settings/settings.js';

/** Settings as a fresh installation would have them, with a folder of the test's own. */
export function testSettings(variables: Variables = {}): Settings {
  return readSettings({
    CANDOUR_FOLDER: mkdtempSync(join(tmpdir(), 'candour-test-')),
    CANDOUR_SECRET: 'a secret that is long enough for tests only',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...variables,
  });
}
