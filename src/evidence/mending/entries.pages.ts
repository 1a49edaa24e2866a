import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { capitalised, day } from '../../web/words.js';
import { Correction } from '../corrections/correction.entity.js';
import { Register } from '../register.js';
import { MendingQueries, type EntryRow } from './mending.queries.js';
import { MendingService } from './mending.service.js';

/** The page that lists everything an organisation can mend, withdraw or correct of one record. */
@ApiExcludeController()
@Controller('mending/about/:kind/:id')
export class EntriesPages {
  constructor(
    private readonly queries: MendingQueries,
    private readonly mending: MendingService,
    private readonly register: Register,
  ) {}

  @Get()
  @Requires('correct', Correction)
  async list(@Acting() actor: Actor, @Param() about: RecordRef): Promise<Page> {
    const entries = await this.queries.about(actor, about, actor.organisationsAs('TRUST_SUBMITTER'));
    if (entries.length === 0) throw new NotFound();
    return new Page('evidence/mending/views/entries.njk', {
      title: 'Change or withdraw what you recorded',
      caption: entries.find(({ kind }) => kind === about.kind)?.called,
      entries: entries.map((entry) => this.shown(entry)),
      back: { href: this.register.kind(about.kind)?.pageOf?.(about.id) ?? '/' },
    });
  }

  private shown({ kind, id, called, sourced, withdrawnOn }: EntryRow) {
    const what = capitalised(this.register.kind(kind)?.singular ?? kind);
    const shown = { what, called, state: withdrawnOn === null ? null : `Withdrawn on ${day(withdrawnOn)}` };
    if (sourced)
      return { ...shown, links: [{ href: `/corrections/${kind}/${id}`, text: 'Correct beside it' }] };
    if (withdrawnOn !== null) return { ...shown, links: [] };
    const at = `/mending/${kind}/${id}`;
    return {
      ...shown,
      links: [
        { href: at, text: 'Change' },
        ...(this.mending.kind(kind).isWithdrawable ? [{ href: `${at}/withdraw`, text: 'Withdraw' }] : []),
      ],
    };
  }
}
