import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access } from '../../access/access.js';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { allRules } from '../../legal-basis/rules/all-rules.js';
import type { Rule } from '../../legal-basis/rules/engine/rule.js';
import { CitationCheck } from './citation-check.entity.js';
import { RecordCitationCheck } from './citation-check.form.js';
import { CitationsQueries } from './citations.queries.js';
import { CitationsService } from './citations.service.js';
import { checkInWords, rulesBeingChecked } from './rules-being-checked.js';

/** References of rules that are still to be verified: everyone reads how that stands, administrators record it. */
@ApiExcludeController()
@Controller('rule-references')
export class CitationsPages {
  constructor(
    private readonly queries: CitationsQueries,
    private readonly service: CitationsService,
    private readonly access: Access,
  ) {}

  @Get()
  @Requires('read', CitationCheck)
  async list(@Acting() actor: Actor): Promise<Page> {
    const checks = await this.queries.ofRules(actor, rulesBeingChecked);
    const rules = rulesBeingChecked.map((rule) => {
      const check = checks.get(rule.id) ?? null;
      return {
        id: rule.id,
        appliesTo: rule.appliesTo,
        citation: rule.citation.text,
        check: check && { ...check, words: checkInWords(check) },
      };
    });
    return new Page('data-sharing/citations/views/list.njk', {
      title: 'References of rules that are being checked',
      rules,
      all: allRules.length,
      checked: rules.filter(({ check }) => check !== null).length,
      mayRecord: this.access.can(actor, 'record', CitationCheck),
    });
  }

  @Get(':rule')
  @Requires('record', CitationCheck)
  ask(@Param('rule') id: string): Page {
    return page(ruleNamed(id), RecordCitationCheck.asked());
  }

  @Post(':rule')
  @Requires('record', CitationCheck)
  async record(
    @Acting() actor: Actor,
    @Param('rule') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const rule = ruleNamed(id);
    return submit(RecordCitationCheck, body, {
      act: async (values) => {
        await this.service.record(actor, rule.id, values);
        return new Redirect(`/rule-references#${rule.id}`, 'The check was recorded');
      },
      again: (asked) => page(rule, asked),
    });
  }
}

function ruleNamed(id: string): Rule {
  const rule = rulesBeingChecked.find((one) => one.id === id);
  if (!rule) throw new NotFound();
  return rule;
}

function page(rule: Rule, asked: Asked<FieldsOf<typeof RecordCitationCheck>>): Page {
  return new Page('data-sharing/citations/views/record.njk', {
    title: `Record that the reference of ${rule.id} was checked`,
    rule,
    ...asked,
  });
}
