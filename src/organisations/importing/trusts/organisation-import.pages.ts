import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { isId, type Uuid } from '../../../kernel/identifiers.js';
import { Unprocessable } from '../../../kernel/refusal.js';
import { Page } from '../../../web/answer/page.js';
import { Redirect } from '../../../web/answer/redirect.js';
import { carried, carriedBack } from '../../../web/form/carried.js';
import type { Asked, FieldsOf, FormIssue } from '../../../web/form/form.js';
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
      act: async ({ file: [file], edition, once }) => {
        const given = {
          name: file?.name ?? 'a file',
          bytes: file?.bytes ?? Buffer.alloc(0),
          edition: edition ?? null,
        };
        return previewPage(given, once, await this.trusts.preview(actor, given));
      },
      again: page,
    });
  }

  @Post('confirm')
  @Requires('import', Organisation)
  async confirm(@Acting() actor: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    const sent = Confirmation.safeParse(body);
    const file = sent.success
      ? await carriedBack(sent.data.file, CarriedTrusts, 2 * MOST_TRUSTS_BYTES)
      : null;
    if (!sent.success || file === null) return page({ ...ImportOrganisations.asked(), issues: [LOST] });
    const { seen, allowed, once: id } = sent.data;
    try {
      return new Redirect(`/jobs/${await this.imports.ask(actor, file, { id, seen, allowed })}`);
    } catch (refusal) {
      if (refusal instanceof Unprocessable)
        return page({ ...ImportOrganisations.asked(), issues: ImportOrganisations.pointed(refusal.issues) });
      throw refusal;
    }
  }
}

const MOST_CODES = 1000;
const codes = z.array(z.string().max(10)).max(MOST_CODES);
const Confirmation = z.object({
  file: z.string(),
  seen: z.string(),
  once: z.custom<Uuid>(isId),
  allowed: z.union([codes, z.string().transform((one) => [one])]).default([]),
});
const CarriedTrusts = z.object({
  name: z.string(),
  bytes: z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64')),
  edition: z.string().nullable(),
});

const LOST: FormIssue = {
  field: 'file',
  href: '#file',
  text: 'This page has lost its place. Choose the file again. Nothing was imported.',
};

function page(asked: Asked<FieldsOf<typeof ImportOrganisations>>): Page {
  return new Page('organisations/importing/trusts/views/import.njk', {
    title: 'Import NHS trusts',
    ...asked,
  });
}

async function previewPage(file: HandedOver, once: Uuid, preview: TrustsPreview): Promise<Page> {
  const { name, bytes, edition } = file;
  return new Page('organisations/importing/trusts/views/preview.njk', {
    title: 'Check what the file would change',
    fileName: name,
    edition: day(preview.edition),
    sections: sectionsOf(preview.changes),
    heldBack: preview.heldBack.map((change) => ({ code: change.code, text: changeInWords(change) })),
    unchanged: preview.unchanged,
    notInFile: preview.notInFile,
    isNothing: preview.changes.length === 0 && preview.heldBack.length === 0,
    file: await carried({ name, bytes: Buffer.from(bytes).toString('base64'), edition }),
    seen: preview.seen,
    once,
  });
}
