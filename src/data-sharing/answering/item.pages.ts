import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Choice } from '../../web/form/field.js';
import { defineForm, type Asked, type FieldsOf } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import { submit } from '../../web/form/submit.js';
import { itemsAt, valueAt, withValues } from '../questions/content-at.js';
import { withItem, withoutItem } from './list-items.js';
import { listNamed, type RecordList } from '../questions/lists.js';
import { itemFields } from '../questions/record-fields.js';
import { itemForm, KEPT_UNASKED, linksDocument } from '../questions/record-form.js';
import { regimeOf } from '../questions/regimes/asked-under.js';
import { SECTIONS, type Section } from '../questions/sections.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { placeOfDocuments } from '../showing/flow-documents.js';
import { shownList } from '../showing/record-shown.js';
import { reportOfSection } from '../showing/report-shown.js';
import { answersOf, askedGroups, lawPageAsked, lawPickedIn, storedIn } from './asked-groups.js';
import { FlowDraft, savedNotice } from './flow-draft.js';
import { OwnFlow } from '../recording/own-flow.js';

const RemoveItem = defineForm({ id: 'RemoveFlowItem', fields: { version: version() } });

/** One item of a list of a draft: a party, a legal basis, an agreement. */
@ApiExcludeController()
@Controller('data-flows/:id/:list/:index')
export class ItemPages {
  constructor(
    private readonly own: OwnFlow,
    private readonly draft: FlowDraft,
  ) {}

  @Get()
  @Requires('change', DataFlow)
  async ask(@Acting() actor: Actor, @Param() at: ItemAddress): Promise<Page | Redirect> {
    const asked = await this.found(actor, at);
    if (!this.own.isMendable(actor, asked.flow)) return new Redirect(`/data-flows/${asked.flow.id}`);
    return this.page(actor, asked, formOf(asked).asked(storedOf(asked)));
  }

  @Post()
  @Requires('change', DataFlow)
  async save(
    @Acting() actor: Actor,
    @Param() at: ItemAddress,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const asked = await this.found(actor, at);
    const { flow, list, index } = asked;
    const form = formOf(asked);
    return submit(form, body, {
      act: async (values) => {
        const item = withValues(itemOf(asked), answersOf(form, values));
        if (!isAnswered(item, list)) throw new Unprocessable([NOTHING_SAID]);
        const record = withItem(flow.content, list, index, item);
        const saved = await this.draft.save(actor, flow, record, values['version']);
        const lawPage = lawPageAsked(form, body);
        if (lawPage !== null) return onwards(asked, saved === null ? undefined : savedNotice(saved), lawPage);
        const notice = savedNotice(saved);
        return isAskedMore(asked, item) ? onwards(asked, notice) : backTo(asked, notice);
      },
      again: (again) => this.page(actor, asked, again),
      current: async () => storedOf({ ...asked, flow: await this.own.toChange(actor, flow.id) }),
    });
  }

  @Get('remove')
  @Requires('change', DataFlow)
  async askRemoval(@Acting() actor: Actor, @Param() at: ItemAddress): Promise<Page | Redirect> {
    const asked = await this.found(actor, at);
    if (!this.own.isMendable(actor, asked.flow)) return new Redirect(`/data-flows/${asked.flow.id}`);
    return removalPage(asked, RemoveItem.asked({ version: asked.flow.revision }));
  }

  @Post('remove')
  @Requires('change', DataFlow)
  async remove(
    @Acting() actor: Actor,
    @Param() at: ItemAddress,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const asked = await this.found(actor, at);
    const { flow, list, index } = asked;
    return submit(RemoveItem, body, {
      act: async (values) => {
        const saved = await this.draft.save(
          actor,
          flow,
          withoutItem(flow.content, list, index),
          values.version,
        );
        return backTo(asked, `It was removed. ${saved ?? ''}`.trim());
      },
      again: (again) => removalPage(asked, again),
      current: async () => ({ version: (await this.own.toChange(actor, flow.id)).revision }),
    });
  }

  private async found(actor: Actor, { id, list: key, index }: ItemAddress): Promise<AskedItem> {
    const list = listNamed(key);
    const section = SECTIONS.find(({ lists }) => lists.some((path) => path === list?.path));
    if (!list || !section) throw new NotFound();
    const flow = await this.own.toChange(actor, id);
    const items = itemsAt(flow.content, list.path);
    const registered = list.path === 'parties' ? await this.own.registered(actor, flow) : [];
    const documents = await this.documents(actor, flow, list);
    const asked = { flow, list, section, registered, documents };
    if (index === 'new') return { ...asked, index: items.length, isNew: true };
    if (!/^\d{1,6}$/.test(index) || Number(index) >= items.length) throw new NotFound();
    return { ...asked, index: Number(index), isNew: false };
  }

  private async documents(actor: Actor, flow: FlowDetail, { path }: RecordList): Promise<Choice[]> {
    const areLinked = [...itemFields(path).keys()].some(linksDocument);
    return areLinked ? this.own.documentsToLink(actor, flow) : [];
  }

  private async page(actor: Actor, asked: AskedItem, again: Asked): Promise<Page> {
    const { flow, list, section, index, isNew } = asked;
    const place = `/data-flows/${flow.id}/${list.key}/${String(index)}#`;
    const groups = reportOfSection(await this.draft.groups(actor, flow), section.key)
      .map((group) => ({
        ...group,
        results: group.results.filter((result) => result.place?.href.startsWith(place)),
      }))
      .filter(({ results }) => results.length > 0);
    return new Page('data-sharing/answering/views/item.njk', {
      ...again,
      ...headOf(asked),
      title: `${isNew ? 'Add' : 'Change'} ${article(list.singular)} ${list.singular}`,
      wide: true,
      action: `/data-flows/${flow.id}/${list.key}/${isNew ? 'new' : String(index)}`,
      asked: askedGroups(again.form, [...list.groups, KEPT]),
      law: lawPickedIn(again.form, (path) => valueAt(itemOf(asked), path)),
      documentsAt: placeOfDocuments(flow.seriesId),
      waitsForLaw: list.path === 'assertions' && regimeOf(itemOf(asked)) === null,
      groups,
    });
  }
}

/** The parts of the address of an item. */
interface ItemAddress {
  readonly id: string;
  readonly list: string;
  /** Its place in the list, counted from 0, or `new`. */
  readonly index: string;
}

interface AskedItem {
  readonly flow: FlowDetail;
  readonly list: RecordList;
  readonly section: Section;
  readonly registered: readonly Choice[];
  readonly documents: readonly Choice[];
  readonly index: number;
  readonly isNew: boolean;
}

/** The heading over answers that the law of a legal basis does not ask. */
const KEPT = { heading: 'Answers that this law does not ask', fields: [KEPT_UNASKED] };

const NOTHING_SAID = { field: '', text: 'Answer at least one question, or go back.' };

function itemOf({ flow, list, index }: AskedItem): unknown {
  return itemsAt(flow.content, list.path)[index];
}

function formOf(asked: AskedItem) {
  const { list, flow, registered, documents } = asked;
  return itemForm(list, { content: flow.content, item: itemOf(asked), registered, documents });
}

function storedOf(asked: AskedItem): Record<string, unknown> {
  const item = itemOf(asked);
  return storedIn(formOf(asked), asked.flow.revision, (path) => valueAt(item, path));
}

function isAnswered(item: unknown, { identifiedBy }: RecordList): boolean {
  return Object.keys(item ?? {}).some((key) => key !== identifiedBy?.field);
}

function article(words: string): string {
  return /^[aeiou]/.test(words) ? 'an' : 'a';
}

function headOf({ flow, section, list }: AskedItem) {
  return {
    caption: flow.title,
    back: { href: `/data-flows/${flow.id}/${section.key}#${list.key}`, text: section.title },
  };
}

function removalPage(asked: AskedItem, again: Asked<FieldsOf<typeof RemoveItem>>): Page {
  const { flow, list, index } = asked;
  return new Page('data-sharing/answering/views/remove.njk', {
    ...again,
    ...headOf(asked),
    title: `Remove this ${list.singular}`,
    action: `/data-flows/${flow.id}/${list.key}/${String(index)}/remove`,
    item: shownList(list, flow.content).items[index],
    referred: list.identifiedBy !== null,
  });
}

/** True when the law of a legal basis was chosen or changed, so that its page asks something else now. */
function isAskedMore(asked: AskedItem, saved: unknown): boolean {
  const regime = regimeOf(saved);
  return asked.list.path === 'assertions' && regime !== null && regime !== regimeOf(itemOf(asked));
}

function onwards({ flow, list, index }: AskedItem, notice: string | undefined, below = ''): Redirect {
  return new Redirect(`/data-flows/${flow.id}/${list.key}/${String(index)}${below}`, notice);
}

function backTo({ flow, section, list }: AskedItem, notice: string): Redirect {
  return new Redirect(`/data-flows/${flow.id}/${section.key}#${list.key}`, notice);
}
