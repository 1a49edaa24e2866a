import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Assertion } from '../../record/basis/assertion.js';
import type { FlowRecord } from '../../record/flow-record.js';
import type { Party } from '../../record/transfer/party.js';
import { controllersOf, partyOf } from '../reading/parties.js';
import { swept } from '../reading/words/swept.js';
import type { IndexedRegister } from './read-register.js';
import type { RecordReading } from './readings.js';
import type { RuleSettings } from './settings.js';

/** What a rule may look at: the record, the register beside it, the settings of the rule set and the day it stands at. */
export interface Matter {
  readonly flow: FlowRecord;
  readonly register: IndexedRegister;
  readonly settings: RuleSettings;
  readonly asAt: CalendarDay;
  /** The parties that the record lists more than once and differently, of which `flow` holds one listing each. */
  readonly listedTwice: readonly string[];
  /** First day of the flow or stretch under judgement; null where it is not known. */
  readonly from: CalendarDay | null;
  /** Last day under judgement: the recorded end, or the later of the first day and the day the rules stand at. */
  readonly to: CalendarDay;
  /** The assertions of the flow, each with its own stretch. */
  readonly eachAssertion: readonly AssertionMatter[];
  /** The controllers of the flow. */
  readonly eachController: readonly ControllerMatter[];
}

/** One assertion within the matter; `from` and `to` are those of its stretch. */
export interface AssertionMatter extends Matter {
  readonly assertion: Assertion;
  readonly index: number;
  readonly controller: Party | null;
}

/** One controller within the matter. */
export interface ControllerMatter extends Matter {
  readonly orgId: string;
  readonly controller: Party | null;
  /** What this controller asserts. */
  readonly asserted: readonly Assertion[];
}

/** Sets out the matter of a flow once, for all rules; a text that is no answer counts as none. */
export function matterOf(
  { flow: record, listedTwice }: RecordReading,
  register: IndexedRegister,
  settings: RuleSettings,
  asAt: CalendarDay,
): Matter {
  const flow = swept(record, register.documents);
  const from = flow.startDate ?? null;
  const to = lastDay(from, flow.endDate, from !== null && from > asAt ? from : asAt);
  const eachAssertion: AssertionMatter[] = [];
  const eachController: ControllerMatter[] = [];
  const matter = { flow, register, settings, asAt, listedTwice, from, to, eachAssertion, eachController };
  (flow.assertions ?? []).forEach((assertion, index) =>
    eachAssertion.push(assertionMatterOf(matter, assertion, index)),
  );
  controllersOf(flow).forEach((orgId) => eachController.push(controllerMatterOf(matter, orgId)));
  return matter;
}

function assertionMatterOf(matter: Matter, assertion: Assertion, index: number): AssertionMatter {
  const from = assertion.validFrom ?? matter.from;
  return {
    ...matter,
    assertion,
    index,
    controller: partyOf(matter.flow, assertion.controllerOrgId),
    from,
    to: lastDay(from, assertion.validTo, matter.to),
  };
}

/** A recorded end that lies before the beginning is no end, so that a slip of the pen takes no rule out of force. */
function lastDay(
  from: CalendarDay | null,
  end: CalendarDay | null | undefined,
  otherwise: CalendarDay,
): CalendarDay {
  return end && (from === null || end >= from) ? end : otherwise;
}

function controllerMatterOf(matter: Matter, orgId: string): ControllerMatter {
  return {
    ...matter,
    orgId,
    controller: partyOf(matter.flow, orgId),
    asserted: (matter.flow.assertions ?? []).filter((assertion) => assertion.controllerOrgId === orgId),
  };
}
