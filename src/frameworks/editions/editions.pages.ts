import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { addressWith, typedIn, type TypedQuery } from '../../web/list-request.js';
import { day } from '../../web/words.js';
import { criterionView } from '../criteria/criterion-view.js';
import { GRAVITY_WORDS } from '../criteria/gravity-words.js';
import { appliesOn, criterionOn } from '../edition/criteria-in-force.js';
import type { Edition } from '../edition/edition-schema.js';
import { NOTHING_VERIFIED } from '../edition/verification.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import { FrameworksQueries, type EditionRow, type WholeEdition } from '../frameworks.queries.js';
import { EditionPatchesQueries } from '../patching/edition-patches.queries.js';
import { clearerWords } from '../patching/clearer-words.js';
import { EditionComparison, earlierThan } from './compared-editions.js';
import { differenceSheet } from './difference-sheet.js';
import { bySort, DIFFERENCE_WORDS } from './difference-words.js';
import { domainPath } from './domain-path.js';
import { takenAway } from './editions-taken-away.js';
import { EditionMentions } from './edition-mentions.js';
import { editionPage } from './edition-page.js';

const CRITERIA_A_PAGE = 100;

/** Editions for readers: every one there is, all that one says, and what changed between two. */
@ApiExcludeController()
@Controller('criteria/editions')
export class EditionsPages {
  constructor(
    private readonly frameworks: FrameworksQueries,
    private readonly comparison: EditionComparison,
    private readonly mentions: EditionMentions,
    private readonly patches: EditionPatchesQueries,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', FrameworkEdition)
  async list(@Acting() actor: Actor): Promise<Page> {
    const editions = await this.frameworks.list(actor);
    return new Page('frameworks/editions/views/editions.njk', {
      ...{ title: 'Editions of the framework', wide: true },
      rows: editions.map((edition) => [
        { href: `/criteria/editions/${edition.key}`, text: edition.key, code: true },
        edition.title,
        day(edition.asAt),
        day(edition.publishedOn),
        edition.criteria,
        changesLink(edition, earlierThan(editions, edition.key)),
      ]),
      mayPublish: this.access.can(actor, 'publish', FrameworkEdition),
    });
  }

  @Get(':key.csv')
  @Requires('read', FrameworkEdition)
  async table(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    const { fileName, text } = takenAway((await this.whole(actor, key)).edition, 'csv');
    return new Download(fileName, 'text/csv; charset=utf-8', text);
  }

  @Get(':key.oscal.json')
  @Requires('read', FrameworkEdition)
  async catalog(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    const { fileName, text } = takenAway((await this.whole(actor, key)).edition, 'oscal.json');
    return new Download(fileName, 'application/json; charset=utf-8', text);
  }

  @Get(':key')
  @Requires('read', FrameworkEdition)
  async one(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const { edition } = await this.whole(actor, key);
    const editions = await this.frameworks.list(actor);
    const row = editions.find((each) => each.key === edition.id);
    if (!row) throw new NotFound();
    return new Page('frameworks/editions/views/edition.njk', {
      ...{ title: `Edition ${row.key}`, caption: edition.title, wide: true },
      ...{ edition, row, rounds: await this.mentions.of(actor, row) },
      patches: await this.patches.published(actor, row.id),
      ...editionPage(row, edition),
      ...{
        others: editions.filter((each) => each.key !== row.key),
        before: earlierThan(editions, row.key) ?? null,
      },
    });
  }

  @Get(':key/criteria')
  @NarrowedBy('domain', 'start')
  @Requires('read', FrameworkEdition)
  async criteria(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Query() query: TypedQuery,
  ): Promise<Page> {
    const { id, edition } = await this.whole(actor, key);
    const clearer = clearerWords(await this.patches.published(actor, id));
    const domain = typedIn(query, 'domain').toUpperCase();
    if (domain !== '' && !edition.domains.some(({ code }) => code === domain)) throw new NotFound();
    const asked = edition.criteria.filter((criterion) => domain === '' || criterion.domain === domain);
    const start = Math.max(
      0,
      asked.findIndex(({ id }) => id === typedIn(query, 'start').toUpperCase()),
    );
    const shown = asked.slice(start, start + CRITERIA_A_PAGE);
    const next = asked[start + shown.length]?.id;
    return new Page('frameworks/editions/views/criteria-of-edition.njk', {
      title: domain === '' ? `Every criterion of ${edition.id}` : domainPath(edition, domain),
      caption: `Edition ${edition.id}`,
      edition,
      criteria: shown.map((criterion) => ({
        ...shownIn(edition, criterion),
        clearer: clearer.get(criterion.id) ?? null,
      })),
      words: GRAVITY_WORDS,
      next:
        next === undefined
          ? null
          : addressWith(`/criteria/editions/${edition.id}/criteria`, { domain, start: next }),
    });
  }

  @Get(':key/changes')
  @NarrowedBy('from')
  @Requires('read', FrameworkEdition)
  async changes(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Query() query: TypedQuery,
  ): Promise<Page> {
    const { from, to, differences } = await this.comparison.of(actor, key, typedIn(query, 'from'));
    const given = { from: from.key };
    return new Page('frameworks/editions/views/changes.njk', {
      title: `What changed from ${from.key} to ${to.key}`,
      ...{ wide: true, from, to, count: differences.length },
      groups: bySort(differences).map((group) => ({ ...group, ...DIFFERENCE_WORDS[group.sort] })),
      others: (await this.frameworks.list(actor)).filter((each) => each.key !== to.key),
      sheet: addressWith(`/criteria/editions/${to.key}/changes.csv`, given),
      json: addressWith(`/api/v1/frameworks/${to.key}/changes`, given),
    });
  }

  @Get(':key/changes.csv')
  @NarrowedBy('from')
  @Requires('read', FrameworkEdition)
  async sheet(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Query() query: TypedQuery,
  ): Promise<Download> {
    return differenceSheet(await this.comparison.of(actor, key, typedIn(query, 'from')));
  }

  private async whole(actor: Actor, key: string): Promise<WholeEdition> {
    const found = await this.frameworks.one(actor, key);
    if (!found) throw new NotFound();
    return found;
  }
}

function changesLink({ key }: EditionRow, before: EditionRow | undefined) {
  if (before === undefined) return 'The first';
  return {
    href: `/criteria/editions/${key}/changes?from=${before.key}`,
    text: `What changed since ${before.key}`,
  };
}

function shownIn(edition: Edition, criterion: Edition['criteria'][number]) {
  return {
    ...criterionView(edition, criterionOn(edition, criterion, edition.asAt, NOTHING_VERIFIED)),
    ...{ appliesFrom: criterion.appliesFrom, appliesTo: criterion.appliesTo },
    applies: appliesOn(criterion, edition.asAt),
    formerly: criterion.formerly ?? [],
    within: criterion.within ?? null,
  };
}
