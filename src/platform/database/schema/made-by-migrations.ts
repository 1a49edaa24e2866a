import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../../kernel/project-root.js';
import type { Catalogue } from './catalogue.js';

/** Where it is written down; the contract test of the catalogue writes it anew when the migrations make something else. */
export const CATALOGUE_FILE = join(projectRoot, 'migrations', 'catalogue.json');

/** Every piece that the migrations of this version make. */
export function madeByMigrations(): Catalogue {
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(CATALOGUE_FILE, 'utf8')));
}
