import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { FrameworksService } from '../../frameworks/publishing/frameworks.service.js';
import { OPERATOR, type Actor } from '../../identity/actor.js';
import { projectRoot } from '../../kernel/project-root.js';

/** The edition of the framework that the example round asks. */
export const EDITION_ASKED = 'candour-2026-11';

/** The operator proposes the editions of the framework, oldest first, and an administrator publishes each, where one is given. */
export async function publishEditions(
  candour: INestApplicationContext,
  administrator: Actor | null,
): Promise<void> {
  for (const key of ['letter-2021-05', 'position-2023-03', EDITION_ASKED, 'candour-2026-12']) {
    const name = `${key}.yaml`;
    const bytes = await readFile(join(projectRoot, 'frameworks', name));
    for (const actor of [OPERATOR, administrator]) {
      if (actor) await candour.get(FrameworksService).publish(actor, { name, bytes });
    }
  }
}
