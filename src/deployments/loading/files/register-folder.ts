import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegisterFile } from './register-files.js';

/** Every file of a register folder, with its name inside it, in the order of their names. */
export async function registerFolder(folder: string): Promise<RegisterFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}
