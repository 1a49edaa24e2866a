import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isRole, ROLES } from '../../identity/roles.js';
import { NOTES_KEPT_DAYS } from '../../identity/security/security-notes.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../web/list-request.js';
import { capitalised, dayAndTime, plural } from '../../web/words.js';
import { NarrowSecurity } from './narrow-security.form.js';
import { SECURITY_EVENTS_IN_WORDS, SecurityEvent } from './security-event.js';
import { SecurityQueries, type SecurityLine } from './security.queries.js';

const BOXES = ['kind', 'until-day', 'until-month', 'until-year'] as const;

/** The page on attempts on the service and on what was done to accounts. */
@ApiExcludeController()
@Controller('security')
export class SecurityPages {
  constructor(private readonly queries: SecurityQueries) {}

  @Get()
  @Requires('read', SecurityEvent)
  @NarrowedBy(...BOXES, 'after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const asked = NarrowSecurity.read(query);
    const { kind, until } = asked.ok ? asked.values : {};
    const { items, next } = await this.queries.events(actor, { kind, until }, listRequest(query));
    const kept = Object.fromEntries(BOXES.map((box) => [box, typedIn(query, box)]));
    return new Page('operations/security/views/security.njk', {
      title: 'Security',
      form: NarrowSecurity,
      answers: asked.answers,
      issues: asked.ok ? [] : asked.issues,
      keptDays: NOTES_KEPT_DAYS,
      rows: items.map(rowOf),
      next: next && addressWith('/security', { ...kept, after: next }),
    });
  }
}

function rowOf({ kind, happenedAt, personId, name, count, route, role, post }: SecurityLine) {
  const details = [
    role !== null && ROLES[role].label,
    kind === 'sign-in-failed' && route !== null && 'with an access token',
    route,
    post !== null && `by ${isRole(post) ? ROLES[post].label : capitalised(post)}`,
    count > 1 && plural(count, 'time'),
  ].filter((detail) => typeof detail === 'string');
  return [
    SECURITY_EVENTS_IN_WORDS[kind],
    dayAndTime(happenedAt),
    personId === null ? 'Nobody known' : { href: `/people/${personId}`, text: name ?? 'Somebody' },
    details.join(', '),
  ];
}
