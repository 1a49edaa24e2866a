import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFault } from '../../platform/start-fault.js';
import { preparedAssets } from './prepared-assets.js';

describe('What pages load', () => {
  it('stops the start with one sentence where it was not prepared and cannot be', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'candour-assets-')), 'a file');
    writeFileSync(file, '');
    const told = preparedAssets(join(file, 'assets'));
    await expect(told).rejects.toBeInstanceOf(StartFault);
    await expect(told).rejects.toThrow(
      /^The stylesheet and scripts of this version are not in .*Run candour assets where/,
    );
  });
});
