import type { INestApplicationContext } from '@nestjs/common';
import { FlowsService } from '../data-sharing/flows.service.js';
import { needsExplanation, type Explanations } from '../data-sharing/judging/explanations.js';
import { archetypes, flowFrom } from '../data-sharing/record/archetypes.js';
import { FlowSigningService } from '../data-sharing/signing/flow-signing.service.js';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import type { DemoCast } from './demo-cast.js';
import type { DemoClock } from './demo-clock.js';

/** The fictional trust records its hardest flow, to the officer in the team; three people sign, and one dissents. */
export async function recordExampleFlow(
  candour: INestApplicationContext,
  { cast, clock, deploymentId }: { cast: DemoCast; clock: DemoClock; deploymentId: Uuid },
): Promise<void> {
  clock.turnTo('2026-07-06');
  const flows = candour.get(FlowsService);
  const submitter = await cast.as('submitter');
  const { id } = await flows.draft(submitter, deploymentId, exampleRecord());
  const { results } = await flows.judge(submitter, id);
  const explained = results
    .filter(needsExplanation)
    .map(({ rule }): [string, string] => [
      rule,
      `Example data: what the fictional trust says about ${rule}.`,
    ]);
  const explanations: Explanations = Object.fromEntries(explained);
  await flows.submit(submitter, id, { explanations });
  await putExampleAside(flows, submitter, deploymentId);
  clock.turnTo('2026-07-13');
  const signing = candour.get(FlowSigningService);
  await signing.signOff(await cast.as('guardian'), id, {
    capacity: 'CALDICOTT_GUARDIAN',
    decision: 'REFUSED',
    reasons: 'Example data: an officer who may open the whole record sees more than any purpose here needs.',
    dissent: 'Example data: the account was opened before I was asked.',
  });
  await signing.signOff(await cast.as('officer'), id, {
    capacity: 'DPO',
    decision: 'ADVISED',
    reasons: 'Example data: end the standing account, and decide each disclosure by itself.',
  });
  await signing.signOff(await cast.as('executive'), id, {
    capacity: 'EXEC_APPROVER',
    decision: 'APPROVED',
    reasons: 'Example data: the risk is accepted until the account is closed.',
  });
}

/** The trust began the same flow twice, and put the second aside. */
async function putExampleAside(flows: FlowsService, submitter: Actor, deploymentId: Uuid): Promise<void> {
  const record = { title: 'Records of the team to the officer (example, begun twice)' };
  const { id } = await flows.draft(submitter, deploymentId, record);
  await flows.putAside(submitter, id, 'Example data: the same flow was begun twice.');
}

/** The archetype of a flow to the officer, filled in as such schemes are described. */
function exampleRecord(): Record<string, unknown> {
  const archetype = archetypes.find(({ code }) => code === 'F3');
  if (!archetype) throw new Error('The archetype F3 is missing.');
  return {
    ...flowFrom(archetype),
    title: 'Records of people on the caseload to the officer in the team (example)',
    status: 'CEASED',
    startDate: '2018-09-03',
    endDate: '2024-03-29',
    senderOrgId: 'trust',
    recipientOrgIds: ['police'],
    parties: [
      {
        orgId: 'trust',
        name: 'Example Vale Mental Health Trust (fictional)',
        orgType: 'NHS_MH_TRUST',
        role: 'CONTROLLER',
      },
      {
        orgId: 'police',
        name: 'Example Vale Police (fictional)',
        registerKey: 'example-vale-police',
        orgType: 'POLICE_FORCE',
        role: 'CONTROLLER',
      },
    ],
    mechanism: 'FULL_RECORD_ACCESS',
    frequency: 'STANDING',
    purposeText:
      'Example data: the officer reads records to plan contact with people on the caseload together with their nurse.',
    necessityText: 'Example data: the team met every week and wanted one view of each person.',
    lessIntrusiveAlternativesText: 'Example data: a summary by the nurse was thought too slow.',
    confidentiality: { route: 'IMPLIED_CONSENT_DIRECT_CARE' },
  };
}
