import { plural, sentenceList } from '../../web/words.js';
import { sawOnlyPart } from '../showing/part-of-register.js';
import { countsInWords } from '../showing/counts-in-words.js';
import { SIGN_OFF_CAPACITIES, SIGN_OFF_DECISIONS } from '../flow/sign-off-choices.js';
import type { OutcomeCounts } from '../flow/disclosed.js';
import { addedUp, type DisclosedFlow, type DisclosedScheme } from './disclosed-scheme.js';
import { ruleInWords, type ChecksInWords } from '../showing/rule-in-words.js';

/** What the public is told of a scheme, as its page shows it. */
export function disclosedPage(scheme: DisclosedScheme, checks: ChecksInWords) {
  const dissents = scheme.flows.flatMap(({ signOffs }) => signOffs.filter(({ dissent }) => dissent));
  return {
    isEmpty: scheme.flows.length === 0,
    sentence: `${plural(scheme.flows.length, 'data flow')}. ${sentenceOf(scheme.totals, scheme.flows.length)}`,
    dissents: dissents.length,
    rows: scheme.groups.map(({ label, counts }) => ({ label, counts: countsInWords(counts) })),
    flows: scheme.flows.map((flow) => flowShown(flow, checks)),
  };
}

/** How many of the rules are shown to be met, and how many are not, in one sentence about one flow or all of them. */
export function sentenceOf(counts: OutcomeCounts, flows = 1): string {
  const one = flows === 1;
  const ask = (count: number): string => `what ${plural(count, 'rule')} ${count === 1 ? 'asks' : 'ask'} for`;
  const parts = [
    counts.FAIL > 0 && `${one ? 'does' : 'do'} not show ${ask(counts.FAIL)}`,
    counts.UNKNOWN > 0 && `${one ? 'does' : 'do'} not say enough for ${plural(counts.UNKNOWN, 'rule')}`,
    counts.WARN > 0 && `${one ? 'gives' : 'give'} reason to take care for ${plural(counts.WARN, 'rule')}`,
    counts.PASS > 0 && `${one ? 'shows' : 'show'} ${ask(counts.PASS)}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return 'No rule applies.';
  return `${one ? 'This record' : 'These records'} ${sentenceList(parts)}.`;
}

function flowShown({ number, results, signOffs, overrides }: DisclosedFlow, checks: ChecksInWords) {
  const counts = addedUp(Object.values(results?.groups ?? {}));
  return {
    number,
    version: results?.version ?? null,
    sentence: sentenceOf(counts),
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
    overrides: overrides.map((one) => ({
      ...one,
      ...ruleInWords(one.rule, checks),
      stands: one.outcome === 'FAIL' ? 'Not shown' : 'Take care',
    })),
  };
}
