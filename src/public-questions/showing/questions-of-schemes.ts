import { Injectable } from '@nestjs/common';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import { SchemeSections, type SchemeSection } from '../../deployments/finding/scheme-sections.js';
import type { Mention } from '../../evidence/mentions.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { day, plural } from '../../web/words.js';
import { answeringPart } from '../answering/answering-part.js';
import { AskedHaltsQueries, type AskedHalt } from '../asked-halts.queries.js';
import { closedToQuestions } from '../closed-to-questions.js';
import { PublicQuestionsQueries, type ShownQuestion } from './public-questions.queries.js';
import { notAnswered } from './question-card.js';

/** Where the sections stand on the page of a scheme: after what is known of it. */
const ORDER = 900;

/** Says on the page of a scheme what was asked about its halts and what nobody has answered, and tells its trust. */
@Injectable()
export class QuestionsOfSchemes {
  constructor(
    private readonly halts: AskedHaltsQueries,
    private readonly questions: PublicQuestionsQueries,
    private readonly clock: Clock,
    sections: SchemeSections,
    mentions: SchemeMentions,
  ) {
    sections.about((actor, scheme) => this.sections(actor, scheme));
    mentions.about((actor, scheme) => this.tasks(actor, scheme));
  }

  private async sections(actor: Actor, scheme: DeploymentDetail): Promise<readonly SchemeSection[]> {
    if (scheme.halts.length === 0) return [];
    const halts = await this.halts.ofScheme(actor, scheme.id);
    const found = await Promise.all(halts.map((halt) => this.section(actor, halt)));
    return found.flat();
  }

  /** A halt about which nobody may ask and nobody has asked has nothing to say. */
  private async section(actor: Actor, halt: AskedHalt): Promise<readonly SchemeSection[]> {
    const today = this.clock.today();
    const questions = await this.questions.standing(actor, halt.id);
    if (questions.length === 0 && closedToQuestions(halt, today) !== null) return [];
    const unanswered = questions.flatMap((one) => notAnswered(one, today) ?? []);
    return [
      {
        ...{ key: `questions-${halt.id}`, order: ORDER, bearsOn: ['SIM-GOV'], happened: [] },
        heading: `Public questions about the halt of ${day(halt.effectiveOn)}`,
        known: knownOf(questions),
        unanswered: unanswered.map((words) => `A public question: ${words.replace('Not answered, ', '')}`),
        href: `/deployments/${halt.scheme.key}/halts/${halt.id}/questions`,
      },
    ];
  }

  /** What awaits the answer of whoever looks. */
  private async tasks(actor: Actor, scheme: DeploymentDetail): Promise<readonly Mention[]> {
    if (scheme.halts.length === 0 || answeringPart(actor, scheme) === null) return [];
    const { items } = await this.questions.list(
      actor,
      { deployment: scheme.key, answered: false },
      { limit: 100, after: null },
    );
    const waiting = items.filter(({ erasedOn }) => erasedOn === null);
    const [first] = waiting;
    if (first === undefined) return [];
    return [
      {
        text: 'Public questions about a halt',
        href: `/deployments/${scheme.key}/halts/${first.halt.id}/questions`,
        state: `Not yet answered: ${String(waiting.length)}`,
        task: 'Anybody reads the questions, and whether you answered.',
      },
    ];
  }
}

function knownOf(questions: readonly ShownQuestion[]): string {
  if (questions.length === 0) return 'nobody has asked about it in public yet; anybody may';
  const answered = questions.filter(({ answers }) => answers.length > 0).length;
  return `${plural(questions.length, 'question')} ${questions.length === 1 ? 'was' : 'were'} put up; ${String(answered)} ${answered === 1 ? 'was' : 'were'} answered`;
}
