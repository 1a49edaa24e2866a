import type { INestApplicationContext } from '@nestjs/common';
import { EntriesService } from '../../deployments/entries/telling/entries.service.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { DemoCast } from '../demo-cast.js';
import { EXAMPLE_ACCOUNTABILITY } from './example-accountability.js';
import { EXAMPLE_ACTIVITY } from './example-activity.js';
import { EXAMPLE_COST } from './example-cost.js';
import { EXAMPLE_INCIDENTS } from './example-incidents.js';
import { EXAMPLE_SELECTION } from './example-selection.js';
import { EXAMPLE_TEAM } from './example-team.js';

const EXAMPLES = [
  ...EXAMPLE_ACCOUNTABILITY,
  ...EXAMPLE_TEAM,
  ...EXAMPLE_SELECTION,
  ...EXAMPLE_INCIDENTS,
  ...EXAMPLE_ACTIVITY,
  ...EXAMPLE_COST,
];

/** The fictional trust records something of every kind, one of each odd state among it. */
export async function recordExampleEntries(
  candour: INestApplicationContext,
  cast: DemoCast,
  deploymentId: Uuid,
): Promise<void> {
  const entries = candour.get(EntriesService);
  const submitter = await cast.as('submitter');
  for (const { kind, said } of EXAMPLES)
    for (const answers of said) await entries.tell(submitter, kind, deploymentId, { answers });
}
