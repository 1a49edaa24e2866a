import { ASSETS_BESIDE_CODE, preparedAssets } from '../../web/assets/prepared-assets.js';
import { succeeded, type CommandResult } from '../command-result.js';

/** `candour assets`: prepares what pages load in a folder beside the code, where a start then finds it. It reads no settings. */
export async function assetsCommand(): Promise<CommandResult> {
  const assets = await preparedAssets(ASSETS_BESIDE_CODE);
  return succeeded([`Stylesheet and scripts are in ${ASSETS_BESIDE_CODE}.`], {
    folder: ASSETS_BESIDE_CODE,
    ...assets,
  });
}
