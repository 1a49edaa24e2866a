import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../kernel/clock.js';
import { daysLeft } from './days-left.js';
import { MOST_LINES, type HomeLine, type HomePart, type HomeShown, type HomeTask } from './home-part.js';
import { HomeParts } from './home-parts.js';

/** A task with the days that are left; fewer than none where it is late, null where nothing says a day. */
export type DatedTask = HomeTask & { readonly daysLeft: number | null };

/** What one room shows, under its title. */
interface ShownPart extends Pick<HomePart, 'title' | 'nothing'>, Pick<HomeShown, 'links'> {
  readonly lines: readonly HomeLine[];
}

/** Somebody's home on a day. */
interface OwnHome {
  /** What waits for them, from whichever room: the most overdue first, and what has no day last. */
  readonly tasks: readonly DatedTask[];
  readonly parts: readonly ShownPart[];
}

/** Puts together what waits for somebody, and what they follow, from all rooms that know something of it. */
@Injectable()
export class Homes {
  constructor(
    private readonly parts: HomeParts,
    private readonly clock: Clock,
  ) {}

  /** The home of this person. It holds only what each room shows them elsewhere too. */
  async of(actor: Actor): Promise<OwnHome> {
    const today = this.clock.today();
    const parts: ShownPart[] = [];
    const tasks: DatedTask[] = [];
    for (const { title, nothing, read } of this.parts.of(actor)) {
      const shown = await read(actor);
      parts.push({ title, nothing, lines: shown.lines.slice(0, MOST_LINES), links: shown.links });
      tasks.push(...shown.tasks.map((task) => ({ ...task, daysLeft: daysLeft(task.due, today) })));
    }
    return { tasks: tasks.sort(soonestFirst), parts };
  }
}

function soonestFirst(one: DatedTask, other: DatedTask): number {
  return (one.daysLeft ?? Infinity) - (other.daysLeft ?? Infinity) || one.text.localeCompare(other.text);
}
