import { Injectable } from '@nestjs/common';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import type { Mention } from '../../evidence/mentions.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day, plural } from '../../web/words.js';
import { answeringPart } from '../answering/answering-part.js';
import { AskedHaltsQueries, type AskedHalt } from '../asked-halts.queries.js';
import { closedToQuestions } from '../closed-to-questions.js';
import { shortened } from '../shortened.js';
import { PublicQuestionsQueries, type ShownQuestion } from './public-questions.queries.js';
import { unansweredFor } from './question-card.js';

const MOST_NAMED = 3;

/** Says on the page of a scheme what was asked about its halts and what nobody has answered; among the tasks of whoever answers. */
@Injectable()
export class QuestionsOfSchemes {
  constructor(
    private readonly halts: AskedHaltsQueries,
    private readonly questions: PublicQuestionsQueries,
    private readonly clock: Clock,
    mentions: SchemeMentions,
  ) {
    mentions.about((actor, scheme) => this.of(actor, scheme));
  }

  private async of(actor: Actor, scheme: DeploymentDetail): Promise<readonly Mention[]> {
    if (scheme.halts.length === 0) return [];
    const halts = await this.halts.ofScheme(actor, scheme.id);
    const found = await Promise.all(halts.map((halt) => this.about(actor, halt)));
    return found.flat();
  }

  /** A halt about which nobody may ask and nobody has asked has nothing to say. */
  private async about(actor: Actor, halt: AskedHalt): Promise<readonly Mention[]> {
    const today = this.clock.today();
    const questions = await this.questions.standing(actor, halt.id);
    if (questions.length === 0 && closedToQuestions(halt, today) !== null) return [];
    const waiting = questions.filter(({ answers }) => answers.length === 0);
    const isTheirs = waiting.some((question) => answeringPart(actor, question) !== null);
    return [
      {
        text: `Public questions about the halt of ${day(halt.effectiveOn)}`,
        href: `/deployments/${halt.scheme.key}/halts/${halt.id}/questions`,
        state: stateOf(questions.length, waiting.length),
        unanswered: named(waiting, today),
        bearsOn: ['SIM-GOV'],
        ...(isTheirs && { task: 'Everybody reads the questions, and whether you answered.' }),
      },
    ];
  }
}

function stateOf(questions: number, waiting: number): string {
  if (questions === 0) return 'Nobody has asked in public yet; anybody may';
  return waiting === 0
    ? `${plural(questions, 'question')}, answered`
    : `Not yet answered: ${String(waiting)} of ${String(questions)}`;
}

/** Those that wait longest by their words, and how many more there are. */
function named(waiting: readonly ShownQuestion[], today: CalendarDay): readonly string[] {
  const more = waiting.length - MOST_NAMED;
  return [
    ...waiting
      .slice(0, MOST_NAMED)
      .map((one) => `“${shortened(one.words ?? '')}”${unansweredFor(one, today) ?? ''}.`),
    ...(more > 0 ? [`${plural(more, 'further public question')}.`] : []),
  ];
}
