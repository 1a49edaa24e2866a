import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { Concern } from '../concern.entity.js';
import { ConcernsQueries } from '../concerns.queries.js';
import { MessagesBefore } from '../concern-out.js';
import { agreedUses, FolderQueries } from '../folder.queries.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import { ReadingService } from '../reading/reading.service.js';
import type { HandlersAct } from './handlers-act.js';
import { HandlersActs } from './handlers-acts.js';
import { offeredActs, whatComesFirst } from './offered-acts.js';
import { useInWords } from '../consent-use.js';
import { identityRows, narrativeRows } from '../questions/answers-in-words.js';
import { themesInWords } from '../theme.js';

const Wanted = MessagesBefore.catch({});

const LETS_OTHERS_READ = ['reviewers', 'trust-themes', 'trust-words', 'trust-name'] as const;

/** The page of each concern, and a page for each thing handlers do with it. Auditors see the steps there and none of the words. */
@ApiExcludeController()
@Controller('concerns')
export class HandlingPages {
  constructor(
    private readonly concerns: ConcernsQueries,
    private readonly folders: FolderQueries,
    private readonly reading: ReadingService,
    private readonly acts: HandlersActs,
    private readonly access: Access,
  ) {}

  @Get(':id')
  @Requires('read', Concern)
  async concern(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query({ schema: Wanted }) { before }: z.infer<typeof Wanted>,
  ): Promise<Page> {
    return this.access.can(actor, 'triage', Concern)
      ? this.opened(actor, idInAddress(id), before)
      : this.steps(actor, idInAddress(id));
  }

  @Get(':id/:act')
  @Requires('triage', Concern)
  async ask(@Acting() actor: Actor, @Param('id') id: string, @Param('act') name: string): Promise<Page> {
    const act = this.act(name);
    const concern = await this.concerns.one(actor, idInAddress(id));
    if (!concern) throw new NotFound();
    return actPage(act, { id: concern.id, name }, await act.ask(actor, concern.id));
  }

  @Post(':id/:act')
  @Requires('triage', Concern)
  async perform(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('act') name: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const act = this.act(name);
    return act.send(actor, idInAddress(id), body, {
      again: (asked) => actPage(act, { id, name }, asked),
      done: () => new Redirect(`/concerns/${id}`, act.done),
    });
  }

  private act(name: string): HandlersAct {
    const act = this.acts.named(name);
    if (!act) throw new NotFound();
    return act;
  }

  private async opened(actor: Actor, id: Uuid, beforeTurn?: number): Promise<Page> {
    const folder = await this.reading.forHandler(actor, id, beforeTurn);
    const { concern, consents, identity, narrative, links } = folder;
    const agreed = agreedUses(consents);
    const conditions = {
      linked: links.some(({ endedOn }) => endedOn === null),
      agreed: LETS_OTHERS_READ.some((use) => agreed.has(use)),
      leadsToTrust: links.some(({ organisationId, endedOn }) => organisationId !== null && endedOn === null),
    };
    return new Page('concerns/handling/views/concern.njk', {
      ...folder,
      older: beforeTurn !== undefined,
      ...page(concern.reference),
      themesInWords: themesInWords(concern.themes),
      agreed: [...agreed].map(useInWords),
      narrativeRows: narrativeRows(narrative),
      identityRows: identityRows(identity),
      offered: offeredActs(concern, conditions),
      first: whatComesFirst(concern, conditions),
    });
  }

  private async steps(actor: Actor, id: Uuid): Promise<Page> {
    const folder = await this.folders.folder(actor, id);
    if (!folder) throw new NotFound();
    const { concern, consents, links, readings, readBefore } = folder;
    return new Page('concerns/handling/views/steps.njk', {
      concern,
      consents: consents.map((consent) => ({ ...consent, question: useInWords(consent.use) })),
      links,
      readings,
      readBefore,
      ...page(concern.reference),
    });
  }
}

function page(reference: string) {
  return { title: reference, caption: 'Concern', back: { href: '/concerns', text: 'All concerns' } };
}

function actPage(
  { title, button, after }: HandlersAct,
  { id, name }: { id: Uuid; name: string },
  asked: object,
): Page {
  return new Page('concerns/handling/views/act.njk', {
    ...{ title, button, after, ...asked },
    action: `/concerns/${id}/${name}`,
    back: { href: `/concerns/${id}` },
  });
}
