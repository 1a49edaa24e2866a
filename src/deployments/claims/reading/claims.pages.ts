import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../../access/requirement.js';
import { codeOnTheList, codesTyped } from '../../../evidence/sources/source-codes.js';
import { SourcesQueries } from '../../../evidence/sources/sources.queries.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { NotFound } from '../../../kernel/refusal.js';
import type { Download } from '../../../web/answer/download.js';
import { chosenIn, NarrowedBy } from '../../../web/asking/names-asked.js';
import { Page } from '../../../web/answer/page.js';
import { twinAsFile } from '../../../web/pictures/picture.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../../web/list-request.js';
import { ClaimPictures, type ClaimDrawing } from '../drawing/claim-pictures.js';
import { CLAIM_TOPICS, TOPIC_HEADINGS } from '../claim-topics.js';
import { Claim } from '../claim.entity.js';
import { claimSheet, figureSheet } from './claim-sheet.js';
import { claimsByTopic, placedCard } from './claims-shown.js';
import { ClaimsQueries, type ClaimFilter, type PlacedClaim } from './claims.queries.js';

/** What a list of claims is narrowed by. */
const NARROWING = ['q', 'topic', 'organisation', 'deployment', 'source'] as const;

/** What sources and trusts say, for readers: by topic, in search, and each claim by itself beside what contradicts it. */
@ApiExcludeController()
@Controller()
export class ClaimsPages {
  constructor(
    private readonly claims: ClaimsQueries,
    private readonly pictures: ClaimPictures,
    private readonly sources: SourcesQueries,
  ) {}

  @Get('claims')
  @Requires('read', Claim)
  @NarrowedBy(...NARROWING, 'after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const narrowed = typedNarrowing(query);
    const { topic } = narrowed;
    const [found, counts, coded] = await Promise.all([
      this.claims.list(actor, filterOf(narrowed), listRequest(query)),
      this.claims.counts(actor, filterOf({ ...narrowed, topic: undefined })),
      this.sources.coded(actor, codesTyped(narrowed.q ?? '')),
    ]);
    const beside = await this.claims.against(actor, found.items);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return new Page('deployments/claims/reading/views/list.njk', {
      title: 'What is said of SIM',
      wide: true,
      narrowed,
      topics: [
        { value: '', text: 'Any topic', selected: topic === undefined },
        ...CLAIM_TOPICS.map((value) => ({
          value,
          text: `${TOPIC_HEADINGS[value]} (${String(counts.get(value) ?? 0)})`,
          selected: value === topic,
        })),
      ],
      found: topic === undefined ? all : (counts.get(topic) ?? 0),
      isNarrowed: Object.values(narrowed).some((value) => value !== undefined),
      sets: claimsByTopic(found.items, beside, this.drawn),
      coded: coded.map(({ ref, title }) => ({
        ...{ ref, title },
        href: addressWith('/claims', { source: ref }),
      })),
      sheet: addressWith('/claims.csv', narrowed),
      figures: addressWith('/claims/figures.csv', narrowed),
      next: found.next === null ? null : addressWith('/claims', { ...narrowed, after: found.next }),
    });
  }

  @Get('claims.csv')
  @Requires('read', Claim)
  @NarrowedBy(...NARROWING)
  sheet(@Acting() actor: Actor, @Query() query: TypedQuery): Download {
    return claimSheet(this.claims.each(actor, filterOf(typedNarrowing(query))));
  }

  @Get('claims/figures.csv')
  @Requires('read', Claim)
  @NarrowedBy(...NARROWING)
  figures(@Acting() actor: Actor, @Query() query: TypedQuery): Download {
    return figureSheet(this.claims.each(actor, filterOf(typedNarrowing(query))));
  }

  @Get('claims/:key')
  @Requires('read', Claim)
  async one(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    const claim = await this.found(actor, key);
    const against = await this.claims.against(actor, [claim]);
    return new Page('deployments/claims/reading/views/one.njk', {
      title: 'A claim',
      caption: TOPIC_HEADINGS[claim.topic],
      tabTitle: `${TOPIC_HEADINGS[claim.topic]}: ${claim.key}`,
      back: { href: '/claims', text: 'All claims' },
      wide: true,
      card: placedCard(claim, this.drawn),
      against: against.map((one) => placedCard(one, this.drawn)),
    });
  }

  @Get('claims/:key/table')
  @Requires('read', Claim)
  async table(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    const picture = this.pictures.of(await this.found(actor, key));
    if (!picture) throw new NotFound();
    return twinAsFile(`${key}.csv`, picture.twin);
  }

  private readonly drawn: ClaimDrawing = (claim) => this.pictures.of(claim);

  private async found(actor: Actor, key: string): Promise<PlacedClaim> {
    const claim = await this.claims.one(actor, key);
    if (!claim) throw new NotFound();
    return claim;
  }
}

/** What a reader narrows the list to, as its address says it. */
function typedNarrowing(query: TypedQuery) {
  return {
    q: typedIn(query, 'q') || undefined,
    topic: chosenIn(query, 'topic', CLAIM_TOPICS),
    organisation: typedIn(query, 'organisation') || undefined,
    deployment: typedIn(query, 'deployment') || undefined,
    source: typedIn(query, 'source') || undefined,
  };
}

function filterOf({ source, ...narrowed }: ReturnType<typeof typedNarrowing>): ClaimFilter {
  return { ...narrowed, sources: source === undefined ? undefined : [codeOnTheList(source)] };
}
