import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { Unprocessable, type Issue } from '../../../kernel/refusal.js';
import { Page } from '../../../web/answer/page.js';
import { Redirect } from '../../../web/answer/redirect.js';
import { carried } from '../../../web/form/carried.js';
import type { Asked } from '../../../web/form/form.js';
import { submit } from '../../../web/form/submit.js';
import { plural } from '../../../web/words.js';
import { InterestDeclaration, type DeclaredAnswer } from '../interest-declaration.entity.js';
import { declaredForMost } from './declared-before.js';
import {
  DeclareForRound,
  differingAnswers,
  differingForm,
  generalAnswers,
  retypedFor,
  yesOf,
  type Differing,
} from './round-declaration.forms.js';
import { RoundDeclarationsQueries, type PartInRound } from './round-declarations.queries.js';
import { openOf, RoundDeclarationsService } from './round-declarations.service.js';

/** Pages on which somebody declares interests once for all of their reviews in a round, and where it differs. */
@ApiExcludeController()
@Controller('rounds/:id/declare')
export class RoundDeclarationsPages {
  constructor(
    private readonly queries: RoundDeclarationsQueries,
    private readonly declarations: RoundDeclarationsService,
  ) {}

  @Get()
  @Requires('declare', InterestDeclaration)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const parts = await this.queries.own(actor, id);
    const before = declaredForMost(parts.flatMap(({ answers }) => (answers ? [answers] : [])));
    const form = offering(openOf(parts));
    return generalPage(id, parts, { form, answers: form.retyped(retypedGeneral(before)), issues: [] });
  }

  @Post()
  @Requires('declare', InterestDeclaration)
  async declare(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const parts = await this.queries.own(actor, id);
    return submit(offering(openOf(parts)), body, {
      act: async (values) => {
        const answers = generalAnswers(values);
        const differing = parts.filter(
          ({ isOpen, reviewId }) => isOpen && isAmong(values['differs'], reviewId),
        );
        if (differing.length > 0) return differingPage(id, answers, asking(differing, answers));
        try {
          return await this.done(actor, id, { answers, differs: new Map() });
        } catch (refusal) {
          if (!(refusal instanceof Unprocessable)) throw refusal;
          return differingPage(id, answers, contradicted(parts, answers, refusal.issues));
        }
      },
      again: (asked) => generalPage(id, parts, asked),
    });
  }

  @Post('differing')
  @Requires('declare', InterestDeclaration)
  async declareWhereItDiffers(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const parts = await this.queries.own(actor, id);
    const open = openOf(parts);
    const carriedOver = await Carried.safeParseAsync(body);
    if (!carriedOver.success) return this.ask(actor, id);
    const { answers, differing } = carriedOver.data.carriedAnswers;
    const asked = open.filter(({ reviewId }) => differing.includes(reviewId));
    return submit(differingForm(asked.map(named)), body, {
      act: async (values) => {
        const differs = new Map(asked.map(({ reviewId }) => [reviewId, differingAnswers(values, reviewId)]));
        try {
          return await this.done(actor, id, { answers, differs });
        } catch (refusal) {
          if (!(refusal instanceof Unprocessable)) throw refusal;
          const again = contradicted(parts, answers, refusal.issues, differs);
          return differingPage(id, answers, again);
        }
      },
      again: (again) => differingPage(id, answers, { asked: again, reviews: asked }),
    });
  }

  private async done(
    actor: Actor,
    id: string,
    declared: Parameters<RoundDeclarationsService['declare']>[2],
  ): Promise<Redirect> {
    const ids = await this.declarations.declare(actor, id, declared);
    return new Redirect(
      '/assignments',
      `You have declared your interests for ${plural(ids.length, 'review')}`,
    );
  }
}

const MOST_CARRIED_BYTES = 100_000;
const Carried = z.object({
  carriedAnswers: carried(
    z.object({
      answers: z.array(z.object({ code: z.string(), answer: z.enum(['yes', 'no']), detail: z.string() })),
      differing: z.array(z.string()),
    }),
    MOST_CARRIED_BYTES,
  ),
});

interface AskedWhereItDiffers {
  readonly asked: Asked;
  readonly reviews: readonly PartInRound[];
}

function offering(open: readonly PartInRound[]) {
  return DeclareForRound.offering({
    differs: open.map((part) => ({ value: part.reviewId, label: named(part).name })),
  });
}

function generalPage(id: string, parts: readonly PartInRound[], asked: Asked): Page {
  const open = openOf(parts);
  const before = parts.filter(({ answers, isOpen }) => answers !== null && !isOpen);
  return new Page('reviews/reviewers/declaring/views/general.njk', {
    title: 'Declare your interests for this round',
    caption: open[0]?.round,
    roundId: id,
    names: open.map((part) => named(part).name),
    count: plural(open.length, 'review'),
    before: before.length === 0 ? null : plural(before.length, 'review'),
    ...asked,
  });
}

async function differingPage(
  id: string,
  answers: readonly DeclaredAnswer[],
  { asked, reviews }: AskedWhereItDiffers,
): Promise<Page> {
  const differing = reviews.map(({ reviewId }) => reviewId);
  return new Page('reviews/reviewers/declaring/views/differing.njk', {
    title: 'Where your answers differ',
    caption: reviews[0]?.round,
    roundId: id,
    carriedAnswers: await Carried.shape.carriedAnswers.encodeAsync({ answers: [...answers], differing }),
    ...asked,
  });
}

/** The boxes of each review filled with the general answers, to be changed where they differ. */
function asking(
  reviews: readonly PartInRound[],
  answers: readonly DeclaredAnswer[],
  own: ReadonlyMap<string, readonly DeclaredAnswer[]> = new Map(),
): AskedWhereItDiffers {
  const form = differingForm(reviews.map(named));
  const filled = reviews.map(({ reviewId }) => retypedFor(reviewId, own.get(reviewId) ?? answers));
  return { asked: form.asked(Object.assign({}, ...filled) as object), reviews };
}

/** The page that says aloud what is known and was not said, with the boxes of exactly those reviews to mend it. */
function contradicted(
  parts: readonly PartInRound[],
  answers: readonly DeclaredAnswer[],
  issues: readonly Issue[],
  own: ReadonlyMap<string, readonly DeclaredAnswer[]> = new Map(),
): AskedWhereItDiffers {
  const reviews = parts.filter(
    ({ reviewId }) => own.has(reviewId) || issues.some(({ field }) => field === reviewId),
  );
  const { asked } = asking(reviews, answers, own);
  const told = issues.map(({ field, text }) => ({ field: yesOf(field), text }));
  return { asked: { ...asked, issues: asked.form.pointed(told) }, reviews };
}

function retypedGeneral(before: readonly DeclaredAnswer[] | null): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (before ?? []).flatMap(({ code, answer, detail }): [string, unknown][] => [
      [code, answer === 'yes'],
      [`${code}Detail`, detail === '' ? undefined : detail],
    ]),
  );
}

function named({ reviewId, organisation, deployment }: PartInRound): Differing {
  return { reviewId, name: deployment === null ? organisation : `${organisation}: ${deployment}` };
}

function isAmong(ticked: unknown, reviewId: string): boolean {
  return Array.isArray(ticked) && ticked.includes(reviewId);
}
