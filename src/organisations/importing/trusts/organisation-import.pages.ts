import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { isId, newTimelessId, type Uuid } from '../../../kernel/identifiers.js';
import { Page } from '../../../web/answer/page.js';
import { Redirect } from '../../../web/answer/redirect.js';
import { carried, carriedFile } from '../../../web/form/carried.js';
import { confirm } from '../../../web/form/confirm.js';
import type { Asked, FieldsOf } from '../../../web/form/form.js';
import { submit } from '../../../web/form/submit.js';
import { TakesFiles } from '../../../web/guard/uploads.js';
import { day } from '../../../web/words.js';
import { Organisation } from '../../organisation.entity.js';
import { ImportOrganisations, MOST_TRUSTS_BYTES } from './organisation-import.form.js';
import { sectionsOf, changeInWords } from './trust-changes-in-words.js';
import type { HandedOver } from './trusts-file.js';
import { TrustsImport } from './trusts-import.js';
import { TrustsService, type TrustsPreview } from './trusts.service.js';

/** The pages on which an administrator hands over the published file of trusts, sees what it would change, and confirms. */
@ApiExcludeController()
@Controller('organisations/import')
export class OrganisationImportPages {
  constructor(
    private readonly trusts: TrustsService,
    private readonly imports: TrustsImport,
  ) {}

  @Get()
  @Requires('import', Organisation)
  ask(): Page {
    return page(ImportOrganisations.asked());
  }

  @Post()
  @Requires('import', Organisation)
  @TakesFiles()
  handOver(@Acting() actor: Actor, @Body() body: unknown): Promise<Page> {
    return submit(ImportOrganisations, body, {
      act: async ({ file: [file], edition }) => {
        const given = {
          name: file?.name ?? 'a file',
          bytes: file?.bytes ?? Buffer.alloc(0),
          edition: edition ?? null,
        };
        return previewPage(given, await this.trusts.preview(actor, given));
      },
      again: page,
    });
  }

  @Post('confirm')
  @Requires('import', Organisation)
  async confirm(@Acting() actor: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    return confirm(
      ImportOrganisations,
      { schema: Confirmation, body },
      {
        lost: 'Choose the file again. Nothing was imported.',
        act: async ({ carriedFile: file, seen, allowed, once: id }) =>
          new Redirect(`/jobs/${await this.imports.ask(actor, file, { id, seen, allowed })}`),
        again: page,
        overtaken: async ({ carriedFile: file, allowed }, refusal) => {
          const issues = [{ text: refusal.detail }];
          const { template, model } = await previewPage(file, await this.trusts.preview(actor, file), {
            allowed,
            issues,
          });
          return new Page(template, model, { status: refusal.status });
        },
      },
    );
  }
}

const MOST_CODES = 1000;
const codes = z.array(z.string().max(10)).max(MOST_CODES);
const CarriedTrusts = carried(carriedFile.extend({ edition: z.string().nullable() }), 2 * MOST_TRUSTS_BYTES);
const Confirmation = z.object({
  carriedFile: CarriedTrusts,
  seen: z.string(),
  once: z.custom<Uuid>(isId),
  allowed: z.union([codes, z.string().transform((one) => [one])]).default([]),
});

function page(asked: Asked<FieldsOf<typeof ImportOrganisations>>): Page {
  return new Page('organisations/importing/trusts/views/import.njk', {
    title: 'Import NHS trusts',
    ...asked,
  });
}

/** What was chosen on a preview that is shown again, and why. */
interface ShownAgain {
  readonly allowed?: readonly string[];
  readonly issues?: readonly { readonly text: string }[];
}

async function previewPage(file: HandedOver, preview: TrustsPreview, again: ShownAgain = {}): Promise<Page> {
  return new Page('organisations/importing/trusts/views/preview.njk', {
    title: 'Check what the file would change',
    fileName: file.name,
    edition: day(preview.edition),
    sections: sectionsOf(preview.changes),
    heldBack: preview.heldBack.map((change) => ({ code: change.code, text: changeInWords(change) })),
    unchanged: preview.unchanged,
    notInFile: preview.notInFile,
    isNothing: preview.changes.length === 0 && preview.heldBack.length === 0,
    file: await CarriedTrusts.encodeAsync(file),
    seen: preview.seen,
    once: newTimelessId(),
    ...again,
  });
}
