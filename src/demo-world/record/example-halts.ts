import type { INestApplicationContext } from '@nestjs/common';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import { FollowingService } from '../../halting/following/following.service.js';
import { OrderingService } from '../../halting/ordering/ordering.service.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import type { DemoCast } from '../demo-cast.js';
import type { DemoClock } from '../demo-clock.js';

/** Where the example is played. */
interface Stage {
  readonly cast: DemoCast;
  readonly clock: DemoClock;
  readonly deploymentId: Uuid;
}

/**
 * The invented commissioner orders the invented scheme to halt three times: an order that it lifts, one that a reviewer found
 * in effect, and one whose day passed without a word from the trust.
 */
export async function playExampleHalts(candour: INestApplicationContext, stage: Stage): Promise<void> {
  const lifted = await order(candour, stage, {
    ...{ day: '2026-10-08', scope: 'The shared telephone line', effectiveOn: '2026-10-15' },
    reason: 'Example data: we were told that calls to the line are recorded and nobody had been told so.',
  });
  stage.clock.turnTo('2026-10-12');
  await candour.get(FollowingService).lift(await stage.cast.as('commissioner'), lifted, {
    ...said('Director of nursing', '2026-10-12'),
    text: 'Example data: the line belongs to another team. The order named the wrong scheme.',
  });
  await playOneInEffect(candour, stage);
  await order(candour, stage, {
    ...{ day: '2026-10-20', effectiveOn: '2026-10-26' },
    reason: 'Example data: nobody could say under which law health records are shown to the police.',
  });
}

async function playOneInEffect(candour: INestApplicationContext, stage: Stage): Promise<void> {
  const following = candour.get(FollowingService);
  const { cast, clock } = stage;
  const id = await order(candour, stage, {
    ...{ day: '2026-10-12', scope: 'Joint visits at night' },
    reason: 'Example data: two people were visited at night by police with no clinician there.',
  });
  clock.turnTo('2026-10-13');
  await following.acknowledge(await cast.as('submitter'), id, {
    ...said('Chief operating officer', '2026-10-13'),
    text: 'Example data: no further visit at night is planned, and every person is told by letter this week.',
  });
  clock.turnTo('2026-10-15');
  await following.count(await cast.as('submitter'), id, {
    ...said('Chief operating officer', '2026-10-15'),
    ...{ withoutPlan: '0', withPlan: '5-9', closedSince: '1-4' },
    text: 'Example data: counted from the case list by two people. Each keeps a named nurse.',
  });
  await following.sayStopped(await cast.as('submitter'), id, {
    ...said('Chief operating officer', '2026-10-14'),
    text: 'Example data: the rota has no visit at night from 14 October on.',
    document: 'Rota of October 2026 (fictional)',
  });
  clock.turnTo('2026-10-19');
  await following.check(await cast.as('first'), id, {
    ...said('Reviewer', '2026-10-19'),
    ...{ givenFor: 'reviewers', finding: 'in-effect' },
    text: 'Example data: read the rota and the visit log of both weeks, and asked three of the people visited.',
  });
}

interface ExampleOrder {
  readonly day: string;
  readonly effectiveOn?: string;
  readonly scope?: string;
  readonly reason: string;
}

async function order(
  candour: INestApplicationContext,
  { cast, clock, deploymentId }: Stage,
  { day, effectiveOn, scope, reason }: ExampleOrder,
): Promise<Uuid> {
  clock.turnTo(day);
  const commissioner = await cast.as('commissioner');
  const scheme = await candour.get(DeploymentsQueries).named(commissioner, deploymentId);
  return candour.get(OrderingService).order(commissioner, scheme, {
    ...{ once: newId(), givenFor: cast.commissionerId, post: 'Director of nursing', orderedOn: day, reason },
    when: effectiveOn === undefined ? 'at-once' : 'on-a-day',
    what: scope === undefined ? 'whole' : 'part',
    ...(effectiveOn !== undefined && { effectiveOn }),
    ...(scope !== undefined && { scope }),
  });
}

function said(post: string, happenedOn: string) {
  return { once: newId(), post, happenedOn };
}
