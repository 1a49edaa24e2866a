import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RequiresSignIn } from '../access/requirement.js';
import type { Actor } from '../identity/actor.js';
import { ROLES } from '../identity/roles.js';
import { Acting } from '../identity/request-actor.js';
import { Page } from '../web/answer/page.js';
import { day } from '../web/words.js';
import { daysLeftInWords } from './days-left.js';
import type { HomeLine } from './home-part.js';
import { Homes, type DatedTask } from './homes.js';

/** Where everybody who signs in begins: what waits for them, by when, and what they follow. */
@ApiExcludeController()
@Controller('home')
export class HomePages {
  constructor(private readonly homes: Homes) {}

  @Get()
  @RequiresSignIn()
  async show(@Acting() actor: Actor): Promise<Page> {
    const { tasks, parts } = await this.homes.of(actor);
    return new Page('home/views/home.njk', {
      title: 'Your home',
      hasRoles: actor.heldRoles.length > 0,
      tasks: tasks.map(taskRow),
      parts: parts.map((part) => ({ ...part, rows: part.lines.map(lineRow) })),
    });
  }
}

function taskRow({ text, href, about, due, daysLeft, as }: DatedTask) {
  const left = daysLeftInWords(daysLeft);
  return [
    { href, text },
    about,
    due === null ? 'No day is set' : day(due),
    { state: left.text, tone: left.tone },
    ROLES[as].label,
  ];
}

function lineRow({ text, href, note, state }: HomeLine) {
  return [{ href, text }, state === null ? '' : { state: state.text, tone: state.tone }, note];
}
