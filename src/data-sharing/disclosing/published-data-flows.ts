import type { PublishedPart } from '../../evidence/publishable-parts.js';
import { plural } from '../../web/words.js';
import { SIGN_OFF_CAPACITIES, SIGN_OFF_DECISIONS } from '../flow/sign-off-choices.js';
import { judgedBy } from '../weighing/judgement-in-words.js';
import { addedUp, judgedOf, type DisclosedFlow, type DisclosedScheme } from './disclosed-scheme.js';
import { sentenceOf } from './disclosed-page.js';

type Line = PublishedPart['lines'][number];

/** What a published result says of the data flows of its scheme: nothing that is not disclosed already. */
export function publishedDataFlows(
  { flows, groups, totals, judged }: DisclosedScheme,
  isWhole: boolean,
): PublishedPart | null {
  if (flows.length === 0) return null;
  return {
    key: 'data-flows',
    title: 'How people’s records are shared',
    lines: [
      { label: plural(flows.length, 'data flow'), value: sentenceOf(totals, judged, flows.length) },
      ...groups
        .filter(({ counts }) => counts.FAIL + counts.UNKNOWN + counts.WARN + (counts.STATED ?? 0) > 0)
        .map(({ label, counts, judged: some }) => ({ label, value: sentenceOf(counts, some, flows.length) })),
      ...flows.flatMap(linesOf),
    ],
    cautions: [
      'A rule never says that somebody broke the law. It says what the record shows and what it does not show.',
      'An override by a lead reviewer changes no result and no count: both stand side by side.',
      'A judgement of what a record only states changes no result: it is shown by no judgement.',
      ...(isWhole ? [] : ['More was told of these flows than is counted here: the newest of it is missing.']),
    ],
  };
}

function linesOf(of: DisclosedFlow): Line[] {
  const { number, results, signOffs, overrides, judgements } = of;
  const flow = `Flow ${String(number)}`;
  const counts = addedUp(Object.values(results?.groups ?? {}));
  return [
    { label: `${flow}, version ${String(results?.version ?? 1)}`, value: sentenceOf(counts, judgedOf(of)) },
    ...signOffs.flatMap(({ capacity, decision, dissent, version }) => {
      const label = `${flow}, version ${String(version)}: ${SIGN_OFF_CAPACITIES[capacity]}`;
      const said = { label, value: SIGN_OFF_DECISIONS[decision] };
      return dissent === null ? [said] : [said, { label: `${label}, dissent`, value: dissent }];
    }),
    ...judgements.map((one) => ({
      label: `${flow}, version ${String(one.version)}: ${one.rule}, which is only stated`,
      value: `${judgedBy({ ...one, judgedOn: one.on })}. ${one.reason}`,
    })),
    ...overrides.map(({ rule, version, outcome, reason, evidence }) => ({
      label: `${flow}, version ${String(version)}: override of ${rule}`,
      value: `The result stays: ${outcome === 'FAIL' ? 'not shown' : 'take care'}. ${reason} (${evidence})`,
    })),
  ];
}
