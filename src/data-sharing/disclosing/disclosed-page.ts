import { plural, sentenceList } from '../../web/words.js';
import { sawOnlyPart } from '../showing/part-of-register.js';
import { countsInWords } from '../showing/counts-in-words.js';
import { SIGN_OFF_CAPACITIES, SIGN_OFF_DECISIONS } from '../flow/sign-off-choices.js';
import type { OutcomeCounts } from '../flow/disclosed.js';
import { asStated, JUDGED_FINDING_TONES, judgedBy } from '../weighing/judgement-in-words.js';
import { addedUp, judgedOf, type DisclosedFlow, type DisclosedScheme } from './disclosed-scheme.js';
import { ruleInWords, type ChecksInWords } from '../showing/rule-in-words.js';

/** What the public is told of a scheme, as its page shows it. */
export function disclosedPage(scheme: DisclosedScheme, checks: ChecksInWords) {
  const dissents = scheme.flows.flatMap(({ signOffs }) => signOffs.filter(({ dissent }) => dissent));
  return {
    isEmpty: scheme.flows.length === 0,
    sentence: `${plural(scheme.flows.length, 'data flow')}. ${sentenceOf(scheme.totals, scheme.judged, scheme.flows.length)}`,
    dissents: dissents.length,
    rows: scheme.groups.map(({ label, counts, judged }) => ({
      label,
      counts: countsInWords(counts, judged),
    })),
    flows: scheme.flows.map((flow) => flowShown(flow, checks)),
  };
}

/**
 * How often each of the six outcomes was found, in one sentence about one flow or all of them, and how much of what is only
 * stated people judged, which no result is changed by.
 */
export function sentenceOf(counts: OutcomeCounts, judged = 0, flows = 1): string {
  const one = flows === 1;
  const stated = counts.STATED ?? 0;
  const ask = (count: number): string => `what ${plural(count, 'rule')} ${count === 1 ? 'asks' : 'ask'} for`;
  const parts = [
    counts.FAIL > 0 && `${one ? 'does' : 'do'} not show ${ask(counts.FAIL)}`,
    counts.UNKNOWN > 0 && `${one ? 'does' : 'do'} not say enough for ${plural(counts.UNKNOWN, 'rule')}`,
    counts.WARN > 0 && `${one ? 'gives' : 'give'} reason to take care for ${plural(counts.WARN, 'rule')}`,
    stated > 0 && `${one ? 'only states' : 'only state'} ${ask(stated)}${byPeople(Math.min(judged, stated))}`,
    counts.PASS > 0 && `${one ? 'shows' : 'show'} ${ask(counts.PASS)}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return 'No rule applies.';
  const others = counts.DOES_NOT_APPLY;
  const rest = others === 0 ? '' : ` ${plural(others, 'rule')} ${others === 1 ? 'does' : 'do'} not apply.`;
  return `${one ? 'This record' : 'These records'} ${sentenceList(parts)}.${rest}`;
}

function byPeople(judged: number): string {
  return judged === 0 ? ' (nobody has checked it)' : ` (people judged ${String(judged)} of these)`;
}

function flowShown(flow: DisclosedFlow, checks: ChecksInWords) {
  const { number, results, signOffs, overrides, judgements } = flow;
  const counts = addedUp(Object.values(results?.groups ?? {}));
  return {
    number,
    version: results?.version ?? null,
    sentence: sentenceOf(counts, judgedOf(flow)),
    label: results?.label ?? null,
    on: results?.on ?? null,
    asAt: results?.asAt ?? null,
    ruleSet: results?.ruleSet ?? null,
    sawOnlyPart: sawOnlyPart(results?.readInPart),
    redLines: results?.flags ?? [],
    notShown: (results?.notShown ?? []).map((rule) => ({
      ...ruleInWords(rule, checks),
      overridden: overrides.some((one) => one.rule === rule && one.version === results?.version),
    })),
    signOffs: signOffs.map((one) => ({
      ...one,
      post: SIGN_OFF_CAPACITIES[one.capacity],
      said: SIGN_OFF_DECISIONS[one.decision],
    })),
    judgements: judgements.map((one) => ({
      ...one,
      ...ruleInWords(one.rule, checks),
      about: asStated(ruleInWords(one.rule, checks).message),
      text: judgedBy({ ...one, judgedOn: one.on }),
      tone: JUDGED_FINDING_TONES[one.finding],
    })),
    overrides: overrides.map((one) => ({
      ...one,
      ...ruleInWords(one.rule, checks),
      stands: one.outcome === 'FAIL' ? 'Not shown' : 'Take care',
    })),
  };
}
