import type { INestApplicationContext } from '@nestjs/common';
import { VISITOR } from '../../identity/actor.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { AnsweringQuestionsService } from '../../public-questions/answering/answering.service.js';
import { AskingService } from '../../public-questions/asking/asking.service.js';
import { ModeratingService } from '../../public-questions/moderating/moderating.service.js';
import { ToReadQueries } from '../../public-questions/moderating/to-read.queries.js';
import { PublicQuestionsQueries } from '../../public-questions/showing/public-questions.queries.js';
import type { DemoCast } from '../demo-cast.js';
import type { DemoClock } from '../demo-clock.js';

const NETWORK = '192.0.2.1';
const ANSWERED = 'Example data: has every planned appointment with an officer stopped, and who checked?';
const UNANSWERED = 'Example data: what were people told who were on the scheme?';
const NOT_PUT_UP = 'Example data: why does Officer Example (fictional) still visit?';

/** Three invented questions about an invented halt: one answered, one put up and not answered, and one that was not put up. */
export async function askExamplePublicQuestions(
  candour: INestApplicationContext,
  {
    cast,
    clock,
    haltId,
    days,
  }: {
    readonly cast: DemoCast;
    readonly clock: DemoClock;
    readonly haltId: Uuid;
    readonly days: { readonly asked: string; readonly read: string; readonly answered: string };
  },
): Promise<void> {
  clock.turnTo(days.asked);
  const asking = candour.get(AskingService);
  for (const question of [ANSWERED, UNANSWERED, NOT_PUT_UP])
    await asking.ask(VISITOR, haltId, { question, once: newTimelessId() }, NETWORK);
  clock.turnTo(days.read);
  const lead = await cast.as('lead');
  const moderating = candour.get(ModeratingService);
  const { items } = await candour.get(ToReadQueries).list(lead, { limit: 100, after: null });
  for (const { id, words } of items)
    await moderating.read(
      lead,
      id,
      words === NOT_PUT_UP
        ? {
            outcome: 'NAMES_PERSON',
            toAsker: 'Example data: ask again without the name, for example whether any officer still visits.',
          }
        : { outcome: 'PUT_UP' },
    );
  clock.turnTo(days.answered);
  const asked = await candour.get(PublicQuestionsQueries).list(VISITOR, { halt: haltId }, { limit: 100, after: null });
  const question = asked.items.find(({ words }) => words === ANSWERED);
  if (question !== undefined)
    await candour.get(AnsweringQuestionsService).answer(await cast.as('submitter'), question, {
      answer: 'Example data: they stopped in the first week. Nobody outside the trust has checked it yet.',
      once: newTimelessId(),
    });
}
