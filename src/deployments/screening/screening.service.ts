import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { columns, select } from '../../platform/database/selection.js';
import { lockedDeployment } from '../locked-deployment.js';
import { partFields } from '../part-of-deployment.entity.js';
import { classify, type Screened } from './classification/classify.js';
import type { ScreeningAnswers, ScreeningEvidence } from './classification/screening-questions.js';
import { Screening } from './classification/screening.entity.js';

/** The answers to the twelve questions, with what each rests on. */
export interface ScreeningInput {
  readonly answers: ScreeningAnswers;
  readonly evidence: ScreeningEvidence;
}

/** How a scheme is screened by what it does. */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * A trust answers the twelve questions; the class follows from the answers, never from a name. The same answers on the
   * same day are one screening.
   */
  async screen(
    actor: Actor,
    id: Uuid,
    { answers, evidence }: ScreeningInput,
  ): Promise<Screened & { readonly id: Uuid }> {
    const facts = { answers, evidence, answeredOn: this.clock.today() };
    const screened = classify(answers);
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const deployment = await lockedDeployment(look, id, (seen) =>
        this.access.require(actor, 'screen', standIn(Screening, partFields(seen))),
      );
      const [newest] = await look(NEWEST.from(OF_DEPLOYMENT, [id]));
      if (newest && canonicalJson(factsOf(newest)) === canonicalJson(facts))
        return { id: newest.id, ...screened };
      const screening = made(Screening, {
        ...partFields(deployment),
        ...facts,
        id: newId(),
        classification: screened.classification,
      });
      await perform(adding('screen', Screening, screening));
      return { id: screening.id, ...screened };
    });
  }
}

const NEWEST = select(columns(Screening, 's', 'id', 'answers', 'evidence', 'answeredOn'));
const OF_DEPLOYMENT = 'deployments.screening s WHERE s.deployment_id = $1 ORDER BY s.id DESC LIMIT 1';

function factsOf({ answers, evidence, answeredOn }: Pick<Screening, 'answers' | 'evidence' | 'answeredOn'>) {
  return { answers, evidence, answeredOn };
}
