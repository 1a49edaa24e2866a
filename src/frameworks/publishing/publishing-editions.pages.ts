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
import { plural } from '../../web/words.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import type { EditionFile } from './edition-file.js';
import { FrameworksService, saysOtherwise, type EditionPreview } from './frameworks.service.js';
import { MOST_EDITION_BYTES, PublishEdition } from './publish-edition.form.js';

/** Publishing an edition of the framework: an administrator hands over the file, sees what it asks, and confirms. */
@ApiExcludeController()
@Controller('criteria/publish')
export class PublishingEditionsPages {
  constructor(
    private readonly frameworks: FrameworksService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('publish', FrameworkEdition)
  ask(): Page {
    return page(PublishEdition.asked());
  }

  @Post()
  @Requires('publish', FrameworkEdition)
  @TakesFiles()
  async preview(@Acting() actor: Actor, @Body() body: unknown): Promise<Page> {
    return submit(PublishEdition, body, {
      act: async ({ file: [file] }) => {
        const given = { name: file?.name ?? 'the file', bytes: file?.bytes ?? Buffer.alloc(0) };
        return this.previewed(actor, given);
      },
      again: page,
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
        act: async ({ carriedFile: file }) => {
          const { content, outcome } = await this.frameworks.publish(actor, file);
          const said =
            outcome === 'published' ? 'is published' : 'was published already, with the same content';
          return new Redirect('/criteria', `The edition ${content.id} ${said}`);
        },
        again: page,
        overtaken: ({ carriedFile: file }) => this.previewed(actor, file),
      },
    );
  }

  private async previewed(actor: Actor, file: EditionFile): Promise<Page> {
    return previewPage(file, await this.frameworks.preview(actor, file), this.clock.today());
  }
}

const carriedEdition = carried(carriedFile, 2 * MOST_EDITION_BYTES);
const confirmation = z.object({ carriedFile: carriedEdition });

function page(asked: Asked<FieldsOf<typeof PublishEdition>>): Page {
  return new Page('frameworks/publishing/views/publish.njk', {
    title: 'Publish an edition of the framework',
    ...asked,
  });
}

async function previewPage(
  { name, bytes }: EditionFile,
  preview: EditionPreview,
  today: CalendarDay,
): Promise<Page> {
  const { content, contentHash, standing, newest } = preview;
  const issues = standing === 'other content' ? [{ field: '', text: saysOtherwise(content.id) }] : [];
  const model = {
    title: 'Check the edition',
    fileName: name,
    edition: content,
    isToCome: content.asAt > today,
    contentHash,
    standing,
    counts: [
      plural(content.criteria.length, 'criterion', 'criteria'),
      plural(content.guidelines.length, 'source'),
    ],
    domains: content.domains.map(({ code, name: called }) => [
      `${called} (${code})`,
      content.criteria.filter(({ domain }) => domain === code).length,
    ]),
    knockOuts: content.criteria.filter(({ knockOut }) => knockOut !== null).map(({ id }) => id),
    inferred: content.criteria.filter(({ derivation }) => derivation === 'inferred').length,
    newest,
    file: standing === 'new' ? await carriedEdition.encodeAsync({ name, bytes }) : '',
    issues,
  };
  return new Page(
    'frameworks/publishing/views/preview.njk',
    model,
    standing === 'other content' ? { status: 409 } : {},
  );
}
