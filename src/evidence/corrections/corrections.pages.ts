import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { fieldInWords } from '../history/fields-in-words.js';
import { Register } from '../register.js';
import { Correction } from './correction.entity.js';
import { CorrectEntry } from './correction.form.js';
import { CorrectionsQueries, type Correctable } from './corrections.queries.js';
import { CorrectionsService } from './corrections.service.js';

/** The page on which an organisation corrects what sources say, without changing it. */
@ApiExcludeController()
@Controller('corrections')
export class CorrectionsPages {
  constructor(
    private readonly queries: CorrectionsQueries,
    private readonly corrections: CorrectionsService,
    private readonly register: Register,
    private readonly access: Access,
  ) {}

  @Get(':kind/:id')
  @Requires('correct', Correction)
  async ask(@Acting() actor: Actor, @Param() about: RecordRef): Promise<Page> {
    const entry = await this.entry(actor, about);
    return this.page(entry, this.formFor(entry).asked());
  }

  @Post(':kind/:id')
  @Requires('correct', Correction)
  async correct(
    @Acting() actor: Actor,
    @Param() about: RecordRef,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const entry = await this.entry(actor, about);
    return submit(this.formFor(entry), body, {
      act: async (values) => {
        await this.corrections.correct(actor, about, values);
        return new Redirect(this.pageOf(entry), 'Your correction stands beside what sources say');
      },
      again: (asked) => this.page(entry, asked),
    });
  }

  private async entry(actor: Actor, about: RecordRef): Promise<Correctable> {
    const entry = await this.queries.correctable(actor, about);
    const { organisationId } = entry;
    this.access.require(actor, 'correct', standIn(Correction, { organisationId }));
    return entry;
  }

  private formFor({ kind }: Correctable) {
    const fields = this.register.kind(kind)?.fields ?? {};
    const choices = Object.keys(fields).map((value) => ({ value, label: fieldInWords(fields, value) }));
    return CorrectEntry.offering({ field: choices });
  }

  private pageOf({ aboutKind, aboutId }: Correctable): string {
    return this.register.kind(aboutKind)?.pageOf?.(aboutId) ?? '/';
  }

  private page(entry: Correctable, asked: Asked<FieldsOf<typeof CorrectEntry>>): Page {
    return new Page('evidence/corrections/views/correct.njk', {
      title: 'Correct what sources say',
      caption: entry.called,
      action: `/corrections/${entry.kind}/${entry.id}`,
      back: { href: this.pageOf(entry) },
      ...asked,
    });
  }
}
