import type { INestApplicationContext } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import { InformationService } from '../../reviews/information-requests/information.service.js';
import { PartnerReturnsService } from '../../reviews/partner-returns/partner-returns.service.js';
import { RepliesService } from '../../reviews/reply/replies.service.js';
import { ReviewsQueries } from '../../reviews/reviews.queries.js';
import type { DemoCast } from '../demo-cast.js';
import type { DemoClock } from '../demo-clock.js';

/** A review of the example, with those who are asked about it and the days on which they are. */
interface ExampleAsked {
  readonly cast: DemoCast;
  readonly clock: DemoClock;
  readonly reviewId: Uuid;
  readonly deploymentId: Uuid;
}

const SIGNED = {
  tookPart: 'YES',
  since: '2016-09',
  staff: 'Example data: one constable, two days a week, in planned sessions.',
  records: 'Example data: crisis plans, read on a laptop of the trust.',
  basis: 'Example data: an agreement that nobody signed.',
  people: 40,
  complaints: 10,
  stopped: 'Example data: sessions stopped; the alerts on addresses go on.',
  searched: 'Example data: the rota, and the command and control system.',
  post: 'Head of mental health',
} as const;

/** Two partner agencies are asked for a return of their own: the police sign one, and the other says nothing. */
export async function askExamplePartners(
  candour: INestApplicationContext,
  { cast, clock, reviewId, deploymentId }: ExampleAsked,
): Promise<void> {
  const lead = await cast.as('lead');
  const { roundId } = await candour.get(ReviewsQueries).header(lead, reviewId);
  const partners = candour.get(PartnerReturnsService);
  const asked = async (partner: string): Promise<Uuid> =>
    partners.ask(lead, roundId, {
      ...{ scheme: deploymentId, partner, dueOn: '2026-07-24' },
      reason: 'Example data: the record of the scheme names it.',
      post: 'Director of the example programme',
    });
  clock.turnTo('2026-06-22');
  const requestId = await asked('example-vale-police');
  await asked('example-county-care-board');
  clock.turnTo('2026-07-20');
  await partners.sign(await cast.as('police'), { roundId, requestId }, SIGNED);
}

/** Reviewers ask the trust twice, and it answers once; the group states about one criterion before anybody scores. */
export async function askExampleTrust(
  candour: INestApplicationContext,
  { cast, clock, reviewId }: ExampleAsked,
): Promise<void> {
  const information = candour.get(InformationService);
  const first = await cast.as('first');
  const requestId = await information.ask(first, reviewId, {
    criterion: 'SIM-DAT-03',
    asks: 'Example data: when the police account was closed, and who closed it.',
    dueOn: '2026-08-14',
  });
  await information.ask(first, reviewId, {
    criterion: 'SIM-COP-02',
    asks: 'Example data: what people who use services were asked before the scheme began.',
    dueOn: '2026-08-21',
  });
  await candour.get(RepliesService).state(await cast.as('group'), reviewId, {
    criterion: 'SIM-COP-02',
    text: 'Example data: none of us was asked before it began.',
  });
  clock.turnTo('2026-08-12');
  const requested = { reviewId, requestId };
  await information.answer(await cast.as('submitter'), requested, {
    gives: 'NOT_HELD',
    answer: 'Example data: nobody wrote down when the account was closed.',
    evidenceIds: [],
  });
}
