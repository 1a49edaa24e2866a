import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { sourceParts } from '../../evidence/sources/source-codes.js';
import { HistoryShown } from '../../evidence/history/history-shown.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../web/list-request.js';
import { day } from '../../web/words.js';
import { Organisation } from '../organisation.entity.js';
import { Succession } from '../succession.entity.js';
import { OrganisationMentions } from './organisation-mentions.js';
import { OrganisationsQueries, type OrganisationDetail } from '../organisations.queries.js';
import { knownFromBefore, successionsOf } from '../lineage-in-words.js';
import { REGIONS } from '../regions.js';
import { ORGANISATION_TYPE_CHOICES, ORGANISATION_TYPES } from '../organisation-type.js';

/** The organisations of the register, each with where its facts come from. */
@ApiExcludeController()
@Controller('organisations')
export class OrganisationsPages {
  constructor(
    private readonly organisations: OrganisationsQueries,
    private readonly access: Access,
    private readonly history: HistoryShown,
    private readonly mentions: OrganisationMentions,
  ) {}

  @Get()
  @Requires('read', Organisation)
  @NarrowedBy('q', 'type', 'after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const [q, type] = [typedIn(query, 'q'), typedIn(query, 'type')];
    const filter = { q: q || undefined, type: type || undefined };
    const found = await this.organisations.list(actor, filter, listRequest(query));
    return new Page('organisations/finding/views/list.njk', {
      title: 'Organisations',
      q,
      types: [
        { value: '', text: 'Any type', selected: type === '' },
        ...ORGANISATION_TYPE_CHOICES.map((choice) => ({ ...choice, selected: choice.value === type })),
      ],
      organisations: found.items.map((one) => ({ ...one, type: ORGANISATION_TYPES[one.type] })),
      next: found.next === null ? null : addressWith('/organisations', { q, type, after: found.next }),
      mayImport: this.access.can(actor, 'import', Organisation),
    });
  }

  @Get(':key')
  @Requires('read', Organisation)
  async one(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const organisation = await this.organisations.detail(actor, key);
    if (!organisation) throw new NotFound();
    return new Page('organisations/finding/views/one.njk', {
      title: organisation.name,
      wide: true,
      caption: ORGANISATION_TYPES[organisation.type],
      back: { href: '/organisations', text: 'All organisations' },
      organisation,
      changes: this.history.of(organisation.changes),
      facts: factsOf(organisation),
      sources: sourceParts(organisation.source),
      mentions: await this.mentions.of(actor, organisation),
      ...successionsOf(organisation),
      mayLink: this.access.can(actor, 'link', Succession),
      mayCorrect: this.access.can(actor, 'correct', Organisation),
    });
  }
}

function factsOf(one: OrganisationDetail) {
  const region = one.nationalGrouping === null ? undefined : REGIONS[one.nationalGrouping];
  return [
    { key: 'Type', value: ORGANISATION_TYPES[one.type] },
    ...(one.odsCode === null ? [] : [{ key: 'ODS code', value: one.odsCode }]),
    ...knownFromBefore(one),
    ...(one.otherNames.length === 0 ? [] : [{ key: 'Other names', values: one.otherNames }]),
    ...(region === undefined
      ? []
      : [{ key: 'Region', value: `${region} (name of the region: reference being checked)` }]),
    { key: 'Opened', value: one.openedOn === null ? 'Not recorded' : day(one.openedOn) },
  ];
}
