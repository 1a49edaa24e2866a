import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Choice } from '../../web/form/field.js';
import type { Asked } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { valueAt, withValues } from '../questions/content-at.js';
import { linksDocument, sectionForm } from '../questions/record-form.js';
import { flowFields } from '../questions/record-fields.js';
import { holdsField, SECTIONS, sectionNamed, type Section } from '../questions/sections.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { placeOfDocuments } from '../showing/flow-documents.js';
import { reportOfSection } from '../showing/report-shown.js';
import { answersOf, askedGroups, lawPageAsked, lawPickedIn, storedIn } from './asked-groups.js';
import { FlowDraft, savedNotice } from './flow-draft.js';
import { listsOf, stepAfterSaving, withNoneSaid } from './list-steps.js';
import { OwnFlow } from '../recording/own-flow.js';

/** One page of the form of a draft: its questions, its lists, and what the rules ask of it. */
@ApiExcludeController()
@Controller('data-flows/:id')
export class SectionPages {
  constructor(
    private readonly own: OwnFlow,
    private readonly draft: FlowDraft,
  ) {}

  @Get(':section')
  @Requires('change', DataFlow)
  async ask(@Acting() actor: Actor, @Param() at: SectionAddress): Promise<Page | Redirect> {
    const { flow, section, documents } = await this.found(actor, at);
    if (!this.own.isMendable(actor, flow)) return new Redirect(`/data-flows/${flow.id}`);
    const form = sectionForm(section, flow.content, documents);
    return this.page(actor, { flow, section }, form.asked(storedOf(flow, section)));
  }

  @Post(':section')
  @Requires('change', DataFlow)
  async save(
    @Acting() actor: Actor,
    @Param() at: SectionAddress,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { flow, section, documents } = await this.found(actor, at);
    const form = sectionForm(section, flow.content, documents);
    const step = stepAfterSaving(section, body);
    const lawPage = lawPageAsked(form, body);
    return submit(form, body, {
      act: async (values) => {
        const answered = withValues(flow.content, answersOf(form, values));
        const saved = await this.draft.save(actor, flow, withNoneSaid(answered, step), values['version']);
        const stays = step.stays && lawPage === null;
        const notice = saved === null && !stays ? undefined : savedNotice(saved);
        return new Redirect(`/data-flows/${flow.id}${lawPage ?? step.path}`, notice);
      },
      again: (asked) => this.page(actor, { flow, section }, asked),
      current: async () => storedOf(await this.own.toChange(actor, flow.id), section),
    });
  }

  private async found(
    actor: Actor,
    { id, section: key }: SectionAddress,
  ): Promise<AskedSection & { readonly documents: readonly Choice[] }> {
    const section = sectionNamed(key);
    if (!section) throw new NotFound();
    const flow = await this.own.toChange(actor, id);
    const areLinked = [...flowFields.keys()].some((path) => linksDocument(path) && holdsField(section, path));
    return { flow, section, documents: areLinked ? await this.own.documentsToLink(actor, flow) : [] };
  }

  private async page(actor: Actor, { flow, section }: AskedSection, asked: Asked): Promise<Page> {
    const place = SECTIONS.indexOf(section);
    const [groups, documents] = await Promise.all([
      this.draft.groups(actor, flow),
      holdsField(section, HASH_OF_DPIA) ? this.own.documentsToName(actor, flow) : null,
    ]);
    return new Page('data-sharing/answering/views/section.njk', {
      ...asked,
      title: section.title,
      caption: flow.title,
      wide: true,
      back: { href: `/data-flows/${flow.id}`, text: 'All pages of this flow' },
      purpose: section.purpose,
      action: `/data-flows/${flow.id}/${section.key}`,
      asked: askedGroups(asked.form, section.groups),
      law: lawPickedIn(asked.form, (path) => valueAt(flow.content, path)),
      lists: listsOf(section, flow.content),
      listsFirst: section.key === 'parties-and-purpose' || section.groups.length === 0,
      beneath: { [HASH_OF_DPIA]: documents },
      documentsAt: placeOfDocuments(flow.seriesId),
      groups: reportOfSection(groups, section.key),
      following: SECTIONS[place + 1] ?? null,
    });
  }
}

/** The parts of the address of a page. */
interface SectionAddress {
  readonly id: string;
  readonly section: string;
}

interface AskedSection {
  readonly flow: FlowDetail;
  readonly section: Section;
}

/** The question that is answered with the SHA-256 of a document. */
const HASH_OF_DPIA = 'dpia.fileHash';

function storedOf({ content, revision }: FlowDetail, section: Section): Record<string, unknown> {
  return storedIn(sectionForm(section, content), revision, (path) => valueAt(content, path));
}
