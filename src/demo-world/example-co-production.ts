import type { INestApplicationContext } from '@nestjs/common';
import { AttestationsService } from '../co-production/attestations/attestations.service.js';
import { StageAccountsService } from '../co-production/accounts/stage-accounts.service.js';
import { CoProductionService } from '../co-production/publishing/co-production.service.js';
import { InvolvementService } from '../co-production/involvement/involvement.service.js';
import type { Uuid } from '../kernel/identifiers.js';
import type { DemoCast } from './demo-cast.js';
import type { DemoClock } from './demo-clock.js';

/** The fictional trust says how people were involved at the start, and the user-led group it asks disagrees. */
export async function recordExampleCoProduction(
  candour: INestApplicationContext,
  { cast, clock, deploymentId }: { cast: DemoCast; clock: DemoClock; deploymentId: Uuid },
): Promise<void> {
  clock.turnTo('2026-06-22');
  const submitter = await cast.as('submitter');
  await candour.get(StageAccountsService).record(submitter, deploymentId, {
    stage: 'START',
    facts: ['reached', 'peopleWereTold', 'feedbackSummary'],
    told: 'Example data: we held one evening for patients before the scheme began, and wrote down what was said.',
  });
  await candour.get(InvolvementService).record(submitter, deploymentId, {
    stage: 'START',
    fromDay: '2018-06-12',
    toDay: null,
    question: 'Example data: what should a joint team do, and what should it never do?',
    decisionOpen: false,
    decidedOn: '2018-05-30',
    method: 'An evening meeting',
    ledBy: 'service',
    policePresent: 'throughout',
    accessBudget: false,
    namedPeople: [],
  });
  await candour.get(CoProductionService).publish(submitter, deploymentId);
  const attestations = candour.get(AttestationsService);
  const asked = { groupId: cast.groupId, stage: 'START', replyBy: '2026-07-17' } as const;
  const id = await attestations.ask(submitter, deploymentId, asked);
  clock.turnTo('2026-07-10');
  await attestations.attest(await cast.as('group'), id, {
    statement: 'disagree',
    text: 'Example data: the decision had been taken before we were invited, and officers stood at the door.',
    publishConsent: true,
    userControlled: true,
    funded: false,
    conflict: null,
    paidBy: 'nobody',
  });
}
