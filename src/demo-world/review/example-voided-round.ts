import type { INestApplicationContext } from '@nestjs/common';
import { MovingEditionsService } from '../../reviews/changing-edition/moving-editions.service.js';
import { ProposalsService } from '../../reviews/proposals/proposals.service.js';
import { RoundsService } from '../../reviews/rounds/rounds.service.js';
import { VoidingService } from '../../reviews/rounds/voiding.service.js';
import type { DemoCast } from '../demo-cast.js';
import type { DemoClock } from '../demo-clock.js';

/**
 * A round that was opened for the wrong day: two leads void it before anybody was asked, after
 * one declined the first reason and the round had moved to a newer edition, and it stays to be seen.
 */
export async function voidExampleRound(
  candour: INestApplicationContext,
  { cast, clock }: { cast: DemoCast; clock: DemoClock },
): Promise<void> {
  clock.turnTo('2026-06-08');
  const roundId = await candour.get(RoundsService).open(await cast.as('lead'), {
    title: 'Example round for the wrong day (fictional)',
    framework: 'candour-2026-11',
    asAt: '2023-06-01',
    selfReviewDue: '2026-07-24',
    scoringDue: '2026-09-04',
    publicationDate: '2026-10-23',
  });
  const proposals = candour.get(ProposalsService);
  clock.turnTo('2026-06-09');
  const unclear = await candour.get(VoidingService).propose(await cast.as('lead'), roundId, {
    post: 'Director of the example programme',
    reason: 'Example data: the dates are wrong.',
  });
  await proposals.end(
    await cast.as('otherLead'),
    unclear,
    'Example data: the dates can be kept. It is the day under review that is wrong; say so, so that everyone can read it.',
  );
  clock.turnTo('2026-06-10');
  const newer = await candour
    .get(MovingEditionsService)
    .propose(
      await cast.as('lead'),
      { roundId, edition: 'candour-2026-12' },
      { reason: 'Example data: the later edition leaves out what the law does not ask.' },
    );
  await proposals.agree(await cast.as('otherLead'), newer);
  clock.turnTo('2026-06-11');
  const proposal = await candour.get(VoidingService).propose(await cast.as('lead'), roundId, {
    post: 'Director of the example programme',
    reason: 'Example data: the day under review was to be 1 June 2026. A round for that day follows.',
  });
  await proposals.agree(await cast.as('otherLead'), proposal);
}
