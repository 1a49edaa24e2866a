import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { carried, carriedFile } from '../../web/form/carried.js';
import { confirm } from '../../web/form/confirm.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { day } from '../../web/words.js';
import { EDITION_RULES } from '../edition/reading/edition-rules.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import type { EditionFile } from './edition-file.js';
import { differencesInShort, editionInShort } from './edition-in-short.js';
import { EditionProposalsQueries } from './edition-proposals.queries.js';
import { proposedEditionStands } from './edition-proposals.pages.js';
import {
  FrameworksService,
  saysOtherwise,
  type EditionPreview,
  type HandedOverEdition,
} from './frameworks.service.js';
import { MOST_EDITION_BYTES, PublishEdition } from './publish-edition.form.js';

/** Publishing an edition of the framework: an administrator hands over the file, sees what it asks, and confirms. */
@ApiExcludeController()
@Controller('criteria/publish')
export class PublishingEditionsPages {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly proposals: EditionProposalsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('publish', FrameworkEdition)
  ask(@Acting() actor: Actor): Promise<Page> {
    return this.page(actor, PublishEdition.asked());
  }

  @Post()
  @Requires('publish', FrameworkEdition)
  @TakesFiles({ files: 1, fileBytes: MOST_EDITION_BYTES })
  async preview(@Acting() actor: Actor, @Body() body: unknown): Promise<Page> {
    return submit(PublishEdition, body, {
      act: async ({ file: [file] }) => {
        const given = { name: file?.name ?? 'the file', bytes: file?.bytes ?? Buffer.alloc(0) };
        return this.previewed(actor, given);
      },
      again: (asked) => this.page(actor, asked),
    });
  }

  @Post('confirm')
  @Requires('publish', FrameworkEdition)
  async confirm(@Acting() actor: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    return confirm(
      PublishEdition,
      { schema: confirmation, body },
      {
        lost: 'Choose the file again. Nothing was published.',
        act: async ({ carriedFile: file }) => handedOver(await this.frameworks.publish(actor, file)),
        again: (asked) => this.page(actor, asked),
        overtaken: ({ carriedFile: file }) => this.previewed(actor, file),
      },
    );
  }

  private async previewed(actor: Actor, file: EditionFile): Promise<Page> {
    return previewPage(file, await this.frameworks.preview(actor, file), this.clock.today());
  }

  private async page(actor: Actor, asked: Asked<FieldsOf<typeof PublishEdition>>): Promise<Page> {
    const proposals = await this.proposals.list(actor);
    return new Page('frameworks/publishing/views/publish.njk', {
      title: 'Publish an edition of the framework',
      rows: proposals.map((proposal) => [
        { href: `/criteria/publish/proposals/${proposal.id}`, text: proposal.key },
        day(proposal.proposedOn),
        proposedEditionStands(proposal),
      ]),
      rules: Object.entries(EDITION_RULES).map(([term, meaning]) => ({ term, meaning })),
      ...asked,
    });
  }
}

const carriedEdition = carried(carriedFile, 2 * MOST_EDITION_BYTES);
const confirmation = z.object({ carriedFile: carriedEdition });

function handedOver({ content: { id }, outcome, proposalId }: HandedOverEdition): Redirect {
  switch (outcome) {
    case 'published':
      return new Redirect(`/criteria/editions/${id}`, `The edition ${id} is published`);
    case 'there':
      return new Redirect(
        `/criteria/editions/${id}`,
        `The edition ${id} was published already, with the same content`,
      );
    case 'waiting':
      return new Redirect(
        `/criteria/publish/proposals/${proposalId ?? ''}`,
        `You proposed the edition ${id} already`,
      );
    case 'proposed':
      return new Redirect(
        `/criteria/publish/proposals/${proposalId ?? ''}`,
        `The edition ${id} waits for another person`,
      );
  }
}

async function previewPage(
  { name, bytes }: EditionFile,
  preview: EditionPreview,
  today: CalendarDay,
): Promise<Page> {
  const { content, standing, newest } = preview;
  const issues = standing === 'other content' ? [{ field: '', text: saysOtherwise(content.id) }] : [];
  const file = standing === 'new' ? await carriedEdition.encodeAsync({ name, bytes }) : '';
  const model = {
    title: 'Check the edition',
    fileName: name,
    ...editionInShort(preview),
    isToCome: content.asAt > today,
    standing,
    newest: newest?.key === content.id ? null : differencesInShort(newest),
    file: file.length > MOST_CARRIED ? '' : file,
    isTooLarge: file.length > MOST_CARRIED,
    issues,
  };
  return new Page(
    'frameworks/publishing/views/preview.njk',
    model,
    standing === 'other content' ? { status: 409 } : {},
  );
}

/** How many characters a page carries to the next: what a form may send, less what else it sends. */
const MOST_CARRIED = 1_900_000;
