import type { INestApplicationContext } from '@nestjs/common';
import { VISITOR } from '../../identity/actor.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { AskedHaltsQueries } from '../../public-questions/asked-halts.queries.js';
import { closedToQuestions } from '../../public-questions/closed-to-questions.js';
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
    deploymentId,
  }: { readonly cast: DemoCast; readonly clock: DemoClock; readonly deploymentId: Uuid },
): Promise<void> {
  clock.turnTo('2026-10-27');
  const halts = await candour.get(AskedHaltsQueries).ofScheme(VISITOR, deploymentId);
  const [halt] = halts.filter((one) => closedToQuestions(one, '2026-10-27') === null);
  if (halt === undefined) return;
  const asking = candour.get(AskingService);
  for (const question of [ANSWERED, UNANSWERED, NOT_PUT_UP])
    await asking.ask(VISITOR, halt.id, { question, once: newTimelessId() }, NETWORK);
  clock.turnTo('2026-10-28');
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
            toAsker:
              'Example data: ask again without the name, for example whether any officer still visits.',
          }
        : { outcome: 'PUT_UP' },
    );
  clock.turnTo('2026-10-28');
  const asked = await candour
    .get(PublicQuestionsQueries)
    .list(VISITOR, { halt: halt.id }, { limit: 100, after: null });
  const question = asked.items.find(({ words }) => words === ANSWERED);
  if (question !== undefined)
    await candour.get(AnsweringQuestionsService).answer(await cast.as('submitter'), question, {
      answer: 'Example data: they stopped in the first week. Nobody outside the trust has checked it yet.',
      once: newTimelessId(),
    });
}
