import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { defineForm, type Asked, type FieldsOf } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import { submit } from '../../web/form/submit.js';
import { plural } from '../../web/words.js';
import { readFlow } from '../../legal-basis/record/read-flow.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { itemsAt } from '../questions/content-at.js';
import { listAt } from '../questions/lists.js';
import { nextStretchOf, withNextStretch, type NextStretch } from '../questions/regimes/next-stretch.js';
import { OwnFlow } from '../recording/own-flow.js';
import { shownList } from '../showing/record-shown.js';
import { FlowDraft } from './flow-draft.js';

const CopyToNextLaw = defineForm({ id: 'CopyLegalBasisToNextLaw', fields: { version: version() } });

const LIST = listAt('assertions');

/** A legal basis that ends with its law goes on under the next one: copied in one act, with what is asked anew left open. */
@ApiExcludeController()
@Controller('data-flows/:id/assertions/:index/next-law')
export class NextLawPages {
  constructor(
    private readonly own: OwnFlow,
    private readonly draft: FlowDraft,
  ) {}

  @Get()
  @Requires('change', DataFlow)
  async ask(@Acting() actor: Actor, @Param() at: BasisAddress): Promise<Page | Redirect> {
    const asked = await this.found(actor, at);
    if (asked instanceof Redirect) return asked;
    if (!this.own.isMendable(actor, asked.flow)) return new Redirect(`/data-flows/${asked.flow.id}`);
    return copyPage(asked, CopyToNextLaw.asked({ version: asked.flow.revision }));
  }

  @Post()
  @Requires('change', DataFlow)
  async copy(
    @Acting() actor: Actor,
    @Param() at: BasisAddress,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const asked = await this.found(actor, at);
    if (asked instanceof Redirect) return asked;
    const { flow, index, next } = asked;
    return submit(CopyToNextLaw, body, {
      act: async (values) => {
        const record = withNextStretch(flow.content, index, next);
        const effect = (await this.draft.save(actor, flow, record, values.version)) ?? '';
        const open = next.leftOpen.length === 0 ? '' : ` ${openInWords(next)}.`;
        return new Redirect(
          `/data-flows/${flow.id}/assertions/${String(index + 1)}`,
          `The legal basis was copied.${open} ${effect}`.trim(),
        );
      },
      again: (again) => copyPage(asked, again),
      current: async () => ({ version: (await this.own.toChange(actor, flow.id)).revision }),
    });
  }

  /** The legal basis with how it goes on; back to the list for one that does not, or went on already by a second press. */
  private async found(actor: Actor, { id, index }: BasisAddress): Promise<AskedCopy | Redirect> {
    const flow = await this.own.toChange(actor, id);
    if (!/^\d{1,6}$/.test(index) || itemsAt(flow.content, LIST.path)[Number(index)] === undefined)
      throw new NotFound();
    const next = nextStretchOf(flow.content, Number(index));
    return next
      ? { flow, index: Number(index), next }
      : new Redirect(`/data-flows/${flow.id}/legal-basis#${LIST.key}`);
  }
}

/** The parts of the address of a legal basis. */
interface BasisAddress {
  readonly id: string;
  /** Its place in the list, counted from 0. */
  readonly index: string;
}

interface AskedCopy {
  readonly flow: FlowDetail;
  readonly index: number;
  readonly next: NextStretch;
}

function copyPage({ flow, index, next }: AskedCopy, asked: Asked<FieldsOf<typeof CopyToNextLaw>>): Page {
  const both = readFlow({ ...flow.content, assertions: [next.ended, next.copy] });
  const [ended, copy] = shownList(LIST, both).items;
  const at = `/data-flows/${flow.id}`;
  return new Page('data-sharing/answering/views/next-law.njk', {
    ...asked,
    title: 'Copy this legal basis to the next law',
    caption: flow.title,
    back: { href: `${at}/legal-basis#${LIST.key}`, text: 'Legal basis' },
    action: `${at}/${LIST.key}/${String(index)}/next-law`,
    ended,
    copy,
    ...{ law: next.law, isCutShort: next.isCutShort },
    leftOpen: next.leftOpen.map(({ meaning }) => meaning),
  });
}

function openInWords({ leftOpen }: NextStretch): string {
  const count = leftOpen.length;
  return `${plural(count, 'question')} that this law asks anew ${count === 1 ? 'is' : 'are'} left open`;
}
