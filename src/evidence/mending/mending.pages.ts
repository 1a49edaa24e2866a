import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf, Form } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { Correction } from '../corrections/correction.entity.js';
import { CorrectionsQueries, type Correctable } from '../corrections/corrections.queries.js';
import { Register } from '../register.js';
import type { MendableKind, MendableRecord } from './mendable.js';
import { WithdrawEntry } from './mending.form.js';
import { MendingQueries } from './mending.queries.js';
import { MendingService } from './mending.service.js';

/** Pages on which an organisation mends or withdraws what it recorded, whatever kind it is. */
@ApiExcludeController()
@Controller('mending/:kind/:id')
export class MendingPages {
  constructor(
    private readonly mending: MendingService,
    private readonly queries: MendingQueries,
    private readonly correctable: CorrectionsQueries,
    private readonly register: Register,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('correct', Correction)
  async ask(@Acting() actor: Actor, @Param() about: RecordRef): Promise<Page> {
    const found = await this.found(actor, about, 'mend');
    return this.page(found, formFor(found).asked(askedOf(found)));
  }

  @Post()
  @Requires('correct', Correction)
  async mend(
    @Acting() actor: Actor,
    @Param() about: RecordRef,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const found = await this.found(actor, about, 'mend');
    return submit(formFor(found), body, {
      act: async ({ whyMended, version, ...answers }) => {
        const reason = typeof whyMended === 'string' ? whyMended : null;
        await this.mending.mend(actor, about, { answers, reason, expected: Number(version) });
        return new Redirect(this.listOf(found.entry), 'It was changed');
      },
      again: (asked) => this.page(found, asked),
      current: async () => askedOf(await this.found(actor, about, 'mend')),
    });
  }

  @Get('withdraw')
  @Requires('correct', Correction)
  async askWithdrawal(@Acting() actor: Actor, @Param() about: RecordRef): Promise<Page> {
    const found = await this.found(actor, about, 'withdraw');
    return this.withdrawal(found, WithdrawEntry.asked({ version: found.record.revision }));
  }

  @Post('withdraw')
  @Requires('correct', Correction)
  async withdraw(
    @Acting() actor: Actor,
    @Param() about: RecordRef,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const found = await this.found(actor, about, 'withdraw');
    return submit(WithdrawEntry, body, {
      act: async (values) => {
        await this.mending.withdraw(actor, about, values);
        return new Redirect(this.listOf(found.entry), 'It was withdrawn, and stays listed as such');
      },
      again: (asked) => this.withdrawal(found, asked),
      current: async () => ({ version: (await this.found(actor, about, 'withdraw')).record.revision }),
    });
  }

  private async found(actor: Actor, about: RecordRef, verb: string): Promise<FoundEntry> {
    const how = this.mending.kind(about.kind);
    const [entry, record] = await Promise.all([
      this.correctable.correctable(actor, about),
      this.queries.one(how, actor, about.id),
    ]);
    if (!record || (verb === 'withdraw' && !how.isWithdrawable)) throw new NotFound();
    this.access.require(actor, verb, record);
    return { how, entry, record };
  }

  private listOf({ aboutKind, aboutId }: Correctable): string {
    return `/mending/about/${aboutKind}/${aboutId}`;
  }

  private page({ entry, record, how }: FoundEntry, asked: Asked): Page {
    return new Page('evidence/mending/views/mend.njk', {
      title: `Change this ${this.register.kind(entry.kind)?.singular ?? 'entry'}`,
      caption: entry.called,
      action: `/mending/${entry.kind}/${entry.id}`,
      only: record.published
        ? null
        : how.form.drawn.map(({ name }) => name).filter((name) => name !== 'whyMended'),
      published: record.published,
      back: { href: this.listOf(entry) },
      ...asked,
    });
  }

  private withdrawal({ entry, record }: FoundEntry, asked: Asked<FieldsOf<typeof WithdrawEntry>>): Page {
    return new Page('evidence/mending/views/withdraw.njk', {
      title: `Withdraw this ${this.register.kind(entry.kind)?.singular ?? 'entry'}`,
      caption: entry.called,
      action: `/mending/${entry.kind}/${entry.id}/withdraw`,
      published: record.published,
      back: { href: this.listOf(entry) },
      ...asked,
    });
  }
}

interface FoundEntry {
  readonly how: MendableKind;
  readonly entry: Correctable;
  readonly record: MendableRecord;
}

function formFor({ how, record }: FoundEntry): Form {
  return record.published ? how.formInPublic : how.form;
}

function askedOf({ how, record }: FoundEntry): Readonly<Record<string, unknown>> {
  return { ...how.asked(record), version: record.revision };
}
