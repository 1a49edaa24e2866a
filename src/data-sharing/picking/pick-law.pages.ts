import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import type { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { submit } from '../../web/form/submit.js';
import { FlowDraft, savedNotice } from '../answering/flow-draft.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { valueAt } from '../questions/content-at.js';
import { picksOf } from '../questions/law-lines.js';
import { OwnFlow } from '../recording/own-flow.js';
import { lawPlaceAt, type LawAddress, type LawPlace } from './law-place.js';
import { pickLawForm } from './pick-law.form.js';
import { pickLawPage, type PickingLaw } from './pick-law-page.js';
import { NO_SEARCH, SHOWN_AT_ONCE, searchIn, type SearchMade } from './search-made.js';

const FOR_THE_FLOW = 'law/:field';
const FOR_AN_ITEM = ':list/:index/law/:field';

/**
 * Law is picked from the list for one field of a draft: looked for, chosen, said why of each, removed. Only saving changes
 * the record; whatever else is pressed shows the page again with everything that was typed.
 */
@ApiExcludeController()
@Controller('data-flows/:id')
export class PickLawPages {
  constructor(
    private readonly own: OwnFlow,
    private readonly draft: FlowDraft,
  ) {}

  @Get([FOR_THE_FLOW, FOR_AN_ITEM])
  @Requires('change', DataFlow)
  async ask(@Acting() actor: Actor, @Param() at: FlowLawAddress): Promise<Page | Redirect> {
    const { flow, place, ...picking } = await this.found(actor, at);
    if (!this.own.isMendable(actor, flow)) return new Redirect(`/data-flows/${flow.id}`);
    const asked = pickLawForm(place).asked(storedOf(flow, place));
    return pickLawPage({ flow, place, ...picking }, asked, NO_SEARCH);
  }

  @Post([FOR_THE_FLOW, FOR_AN_ITEM])
  @Requires('change', DataFlow)
  async save(
    @Acting() actor: Actor,
    @Param() at: FlowLawAddress,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const picking = await this.found(actor, at);
    const { flow, place } = picking;
    const form = pickLawForm(place);
    const search = searchIn(body);
    if (!search.isSaving)
      return pickLawPage(picking, { form, answers: form.read(body).answers, issues: [] }, search);
    return submit(form, body, {
      act: async ({ picks, replaced, version }) => {
        const issues = notYet(search, picks.length, replaced);
        if (issues.length > 0) throw new Unprocessable(issues);
        const answers = {
          ...Object.fromEntries(replaced.map((path) => [path, undefined])),
          [place.field.path]: picks,
        };
        const saved = await this.draft.save(actor, flow, place.withAnswers(answers), version);
        return leading(picking, savedNotice(saved), search.ticked && picks.some(({ why }) => !why));
      },
      again: (asked) =>
        pickLawPage(
          picking,
          asked,
          search.words === '' ? search : { ...search, shown: Math.max(search.shown, SHOWN_AT_ONCE) },
        ),
      current: async () => {
        const { flow: now, place: there } = await this.found(actor, at);
        return storedOf(now, there);
      },
    });
  }

  private async found(actor: Actor, { id, ...at }: FlowLawAddress): Promise<PickingLaw> {
    const flow = await this.own.toChange(actor, id);
    const place = lawPlaceAt(flow.content, at);
    if (!place) throw new NotFound();
    const above = at.list === undefined ? '' : `/${at.list}/${at.index ?? ''}`;
    return { flow, place, action: `/data-flows/${flow.id}${above}/law/${at.field}` };
  }
}

interface FlowLawAddress extends LawAddress {
  readonly id: string;
}

function storedOf({ revision }: FlowDetail, { within, field }: LawPlace) {
  return { picks: picksOf(valueAt(within, field.path)), version: revision };
}

/** What stands in the way of saving though every answer will do. */
function notYet({ words, lookedFor }: SearchMade, picked: number, replaced: readonly string[]) {
  return [
    ...(words !== '' && words !== lookedFor
      ? [
          {
            field: 'words',
            href: '#words',
            text: `Words to look for pick no law. Choose from what was found for “${words}”, or empty the box, and save again.`,
          },
        ]
      : []),
    ...(picked === 0 && replaced.length > 0
      ? [
          {
            field: 'replaced',
            text: 'Nothing is picked that could replace these words. Choose a provision, or keep the words.',
          },
        ]
      : []),
  ];
}

/** Back to what the field is part of; to the same page where law was ticked and saved before anybody could say why. */
function leading({ flow, place, action }: PickingLaw, notice: string, isWhyOpen: boolean): Redirect {
  return isWhyOpen
    ? new Redirect(action, `${notice}. Why it applies here is not yet said of each provision`)
    : new Redirect(`/data-flows/${flow.id}/${place.shownOn}`, notice);
}
