import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { CitationCheck } from './citation-check.entity.js';
import type { RecordCitationCheck } from './citation-check.form.js';
import { CitationsQueries } from './citations.queries.js';
import { checkInWords, rulesBeingChecked } from './rules-being-checked.js';

/** Records that references of rules were verified, and tells it wherever the rules appear. */
@Injectable()
export class CitationsService {
  constructor(
    private readonly queries: CitationsQueries,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * Records one check of the reference of a rule as it reads now.
   * @throws NotFound for a rule whose reference is not one that is being checked.
   */
  async record(actor: Actor, ruleId: string, input: ValuesIn<typeof RecordCitationCheck>): Promise<void> {
    const rule = rulesBeingChecked.find(({ id }) => id === ruleId);
    if (!rule) throw new NotFound();
    const today = this.clock.today();
    if (input.checkedOn > today)
      throw new Unprocessable([
        { field: 'checkedOn', text: 'The day it was checked must be today or earlier.' },
      ]);
    const check = made(CitationCheck, {
      id: newId(),
      rule: rule.id,
      ruleVersion: rule.version,
      citation: rule.citation.text,
      checkedBy: input.checkedBy,
      checkedOn: input.checkedOn,
      against: input.against,
      holds: input.holds,
      note: input.note ?? null,
      recordedOn: today,
    });
    await this.ledger.perform(actor, adding('record', CitationCheck, check));
  }

  /** By the id of the rule: "Checked on 3 March 2026 by …", for each reference that was checked as it reads now. */
  async inWords(actor: Actor): Promise<ReadonlyMap<string, string>> {
    const checks = await this.queries.ofRules(actor, rulesBeingChecked);
    return new Map([...checks].map(([rule, check]) => [rule, checkInWords(check)]));
  }
}
