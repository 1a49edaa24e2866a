import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../../kernel/project-root.js';

const names = z.record(z.string(), z.array(z.string().regex(/\S/)).min(1));

const FILE = 'src/legal-basis/provisions/aliases.json';

/** Usual short names beside those that the entries give: of instruments by their name, of provisions by their id. */
export const aliases = z
  .strictObject({ source: z.string(), instruments: names, provisions: names })
  .parse(JSON.parse(readFileSync(join(projectRoot, FILE), 'utf8')));
