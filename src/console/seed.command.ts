import { webSettingsOf } from '../application.js';
import { loadDemoWorld } from '../demo-world/demo-world.js';
import { migrate } from '../platform/database/schema/migrate.js';
import { succeeded, unusable, type CommandResult } from './command-result.js';
import { withConnection } from './candour-context.js';

/** `candour seed`: loads the demo world; a second time it changes nothing. Production refuses it. */
export async function seedCommand(): Promise<CommandResult> {
  return withConnection(async (settings, connection) => {
    if (settings.mode !== 'demo')
      return unusable([
        'The demo world has public passwords. Set CANDOUR_MODE to demo to load it into a database for trying out.',
      ]);
    await migrate(connection);
    const lines: string[] = [];
    await loadDemoWorld({ settings, connection, web: webSettingsOf(settings) }, (line) => lines.push(line));
    return succeeded(lines.length === 0 ? ['The demo world is there already.'] : lines, { told: lines });
  });
}
