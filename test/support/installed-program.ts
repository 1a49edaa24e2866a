import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these names that is a program in a folder of the path, in one of these other folders, or at one of these places. */
export function installedProgram(
  names: readonly string[],
  elsewhere: { readonly folders?: readonly string[]; readonly places?: readonly string[] },
): string | undefined {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const folders = [...onPath, ...(elsewhere.folders ?? [])];
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, ...(elsewhere.places ?? [])].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
