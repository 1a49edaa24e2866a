import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RequiresSignIn } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { addressWith, typedIn, type TypedQuery } from '../../web/list-request.js';
import { FlowDocuments } from '../showing/flow-documents.js';
import { wholeFlow } from '../showing/whole-flow.js';
import { AsItStood } from './as-it-stood.form.js';
import { CitationsService } from '../citations/citations.service.js';
import { comparisonsOf } from '../comparing/comparisons-of.js';
import { asksForJudgement } from '../weighing/judgement-in-words.js';
import { FlowsAsTheyStood, type FlowAsItStood } from './flows-as-they-stood.js';

/** The three boxes of the day. */
const BOXES = ['asAt-day', 'asAt-month', 'asAt-year'] as const;

/** One flow for reviewers and auditors, as it stands or as it stood at the end of any day. */
@ApiExcludeController()
@Controller('examined-flows')
export class AsItStoodPages {
  constructor(
    private readonly flows: FlowsAsTheyStood,
    private readonly citations: CitationsService,
    private readonly documents: FlowDocuments,
    private readonly clock: Clock,
  ) {}

  @Get(':id')
  @RequiresSignIn()
  @NarrowedBy('asAt', ...BOXES, 'report')
  async show(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Query() query: TypedQuery,
  ): Promise<Page | Redirect> {
    const today = this.clock.today();
    const asked = askedDay(query, today);
    if ('redirect' in asked) {
      await this.flows.firstSubmitted(actor, id);
      return new Redirect(addressWith(`/examined-flows/${id}`, { asAt: asked.redirect }));
    }
    const { asAt, form } = asked;
    const [first, checked, stood] = await Promise.all([
      this.flows.firstSubmitted(actor, id),
      this.citations.inWords(actor),
      this.flows.on(actor, id, { asAt, reportId: typedIn(query, 'report') }),
    ]);
    return new Page('data-sharing/examining/views/as-it-stood.njk', {
      ...form,
      title: stood?.flow.title ?? first.title,
      caption: first.deployment.title,
      back: {
        href: `/deployments/${first.deployment.key}/data-sharing/matrix`,
        text: 'Data flows rule by rule',
      },
      at: `/examined-flows/${id}`,
      asAt,
      isToday: asAt === today,
      firstOn: first.on,
      stood: stood && stoodShown(stood, { asAt, checked }),
      documents: stood && (await this.documents.of(actor, stood.flow, asAt)),
    });
  }
}

type AskedDate = Asked<FieldsOf<typeof AsItStood>>;

type AskedDay = { readonly redirect: string } | { readonly asAt: CalendarDay; readonly form: AskedDate };

/** The day in the address, or in the three boxes, which lead to the address that can be kept; a wrong day shows today. */
function askedDay(query: TypedQuery, today: CalendarDay): AskedDay {
  if (BOXES.some((name) => name in query)) {
    const reading = AsItStood.read(query);
    if (!reading.ok) return { asAt: today, form: reading };
    if (reading.values.asAt <= today) return { redirect: reading.values.asAt };
    return { asAt: today, form: refused(reading.answers, TOO_LATE) };
  }
  const typed = typedIn(query, 'asAt');
  const known = AsItStood.schema.safeParse({ asAt: typed === '' ? today : typed });
  if (!known.success) return { asAt: today, form: refused(AsItStood.asked().answers, NO_DAY) };
  const { asAt } = known.data;
  const { answers } = AsItStood.asked({ asAt });
  return asAt <= today
    ? { asAt, form: AsItStood.asked({ asAt }) }
    : { asAt: today, form: refused(answers, TOO_LATE) };
}

const TOO_LATE = 'The day must be today or earlier.';
const NO_DAY = 'The address holds no real day. Enter the day here.';

function refused(answers: AskedDate['answers'], text: string): AskedDate {
  return { form: AsItStood, answers, issues: [{ field: 'asAt', text, href: '#asAt-day' }] };
}

function stoodShown(
  { flow, report, mayOverride, mayJudgeAnew, mayJudgeStated }: FlowAsItStood,
  { asAt, checked }: { readonly asAt: CalendarDay; readonly checked: ReadonlyMap<string, string> },
) {
  const overridden = flow.overrides.filter(({ reportId }) => reportId === report?.id).map(({ rule }) => rule);
  const open = (report?.results ?? []).filter(
    ({ rule, outcome }) => (outcome === 'FAIL' || outcome === 'WARN') && !overridden.includes(rule),
  );
  return {
    flow,
    report,
    whole: wholeFlow({ ...flow, checked }, report, asAt),
    comparisons: comparisonsOf(flow),
    reports: [...flow.reports].reverse(),
    mayJudgeAnew,
    toJudge: mayJudgeStated
      ? (report?.results ?? []).filter((result) => asksForJudgement(result, flow.judgements)).length
      : 0,
    toOverride: mayOverride ? open.map(({ rule, outcome, message }) => ({ rule, outcome, message })) : [],
  };
}
