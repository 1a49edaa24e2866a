import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds package.json, as an absolute path. Templates, migrations and published data are read from
 * here by their place in the source tree, so compiled code finds them wherever its output folder lies.
 */
export const projectRoot: string = folderWithPackageJson(dirname(fileURLToPath(import.meta.url)));

function folderWithPackageJson(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('Candour runs from its project folder, and none was found above its code.');
  return folderWithPackageJson(parent);
}
