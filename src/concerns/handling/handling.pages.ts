import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { Concern } from '../concern.entity.js';
import { ConcernsQueries } from '../concerns.queries.js';
import { agreedUses, FolderQueries } from '../folder.queries.js';
import { idInAddress } from '../../web/api/id-in-address.js';
import { ReadingService } from '../reading/reading.service.js';
import type { HandlersAct } from './handlers-act.js';
import { HandlersActs } from './handlers-acts.js';
import { offeredActs, whatComesFirst } from './offered-acts.js';
import { useInWords } from '../consent-use.js';
import { identityRows, narrativeRows } from '../questions/answers-in-words.js';
import { themesInWords } from '../theme.js';

const QueueQuery = z.object({ ...paging, part: z.enum(['open', 'held', 'done']).catch('open') });

const LETS_OTHERS_READ = ['reviewers', 'trust-themes', 'trust-words', 'trust-name'] as const;

/** The handlers' list and the page of each concern. Auditors see the steps there and none of the words. */
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

  @Get()
  @Requires('read', Concern)
  async queue(
    @Acting() actor: Actor,
    @Query({ schema: QueueQuery }) query: z.infer<typeof QueueQuery>,
  ): Promise<Page> {
    const { items, next } = await this.concerns.queue(actor, query.part, pageRequest(query));
    return new Page('concerns/handling/views/queue.njk', {
      title: 'Concerns',
      wide: true,
      part: query.part,
      items: items.map((item) => ({ ...item, themesInWords: themesInWords(item.themes) })),
      next,
    });
  }

  @Get(':id')
  @Requires('read', Concern)
  async concern(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return this.access.can(actor, 'triage', Concern)
      ? this.opened(actor, idInAddress(id))
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

  private async opened(actor: Actor, id: Uuid): Promise<Page> {
    const folder = await this.reading.forHandler(actor, id);
    const { concern, consents, identity, narrative, links } = folder;
    const agreed = agreedUses(consents);
    const wayOut = {
      agreed: LETS_OTHERS_READ.some((use) => agreed.has(use)),
      leadsToTrust: links.some(({ organisationId, endedOn }) => organisationId !== null && endedOn === null),
    };
    return new Page('concerns/handling/views/concern.njk', {
      ...folder,
      ...page(concern.reference),
      themesInWords: themesInWords(concern.themes),
      agreed: [...agreed].map(useInWords),
      narrativeRows: narrativeRows(narrative),
      identityRows: identityRows(identity),
      offered: offeredActs(concern, wayOut),
      first: whatComesFirst(concern, wayOut),
    });
  }

  private async steps(actor: Actor, id: Uuid): Promise<Page> {
    const folder = await this.folders.folder(actor, id);
    if (!folder) throw new NotFound();
    const { concern, consents, links, readings } = folder;
    return new Page('concerns/handling/views/steps.njk', {
      concern,
      consents: consents.map((consent) => ({ ...consent, question: useInWords(consent.use) })),
      links,
      readings,
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
