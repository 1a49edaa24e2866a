import { Injectable } from '@nestjs/common';
import { HomeParts } from '../../home/home-parts.js';
import { MOST_LINES, type HomeLine } from '../../home/home-part.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { day, plural } from '../../web/words.js';
import { BoardQueries, type LedRound } from './board.queries.js';

/** Shows lead reviewers the rounds that go on, with how many of their reviews they lead, and the board of each. */
@Injectable()
export class RoundsHome {
  constructor(
    parts: HomeParts,
    private readonly queries: BoardQueries,
    private readonly clock: Clock,
  ) {
    parts.add({
      title: 'Rounds',
      roles: ['LEAD_REVIEWER'],
      order: 30,
      nothing: 'No round goes on.',
      read: async (actor) => ({
        tasks: [],
        lines: await this.lines(actor),
        links: [
          { href: '/rounds', text: 'All rounds' },
          { href: '/assignments', text: 'Your reviews' },
        ],
      }),
    });
  }

  private async lines(actor: Actor): Promise<readonly HomeLine[]> {
    const found = await this.queries.rounds(actor, this.clock.today(), MOST_LINES);
    return found.map((round) => ({
      text: `Board: ${round.title}`,
      href: `/rounds/${round.id}/board`,
      note: noteOf(round),
      state: round.late > 0 ? { text: `${String(round.late)} late`, tone: 'stop' } : null,
    }));
  }
}

function noteOf({ led, reviews, publicationDate }: LedRound): string {
  return `You lead ${String(led)} of ${plural(reviews, 'review')}; results are due on ${day(publicationDate)}`;
}
