import type { DifferenceSort, EditionDifference } from '../comparing/difference.js';
import { editionDifference } from '../comparing/edition-difference.js';
import type { Edition } from '../edition-schema.js';

/** What an editorial patch is held to, each rule by its name with what it demands. Whatever breaks one is a new edition. */
export const PATCH_RULES = {
  'same-edition': 'A patch has the id, the version and the day of the edition that it patches.',
  'same-criteria': 'A patch adds, retires and moves no criterion, and adds or takes out no other part.',
  'same-red-lines': 'A patch changes nothing of what stops a scheme, or of what a criterion weighs.',
  'same-scale': 'A patch changes nothing of the scale, of what evidence can carry, or of the rating.',
  'same-evidence': 'A patch changes nothing of the evidence that is expected.',
  'same-sources': 'A patch changes nothing of what a criterion rests on.',
  'same-days': 'A patch changes nothing of the days on which a criterion applies.',
  'same-obligation':
    'A text that is worded anew keeps its numbers and the words that oblige, permit, forbid or count.',
  'something-reworded': 'A patch words at least one thing anew.',
} as const;

/** The name of a rule that a patch can break. */
export type PatchRule = keyof typeof PATCH_RULES;

/** Why something is no editorial patch: the rule that it breaks, and of what. */
export interface PatchFault {
  readonly rule: PatchRule;
  readonly text: string;
}

const BROKEN_BY: Readonly<Record<DifferenceSort, PatchRule | null>> = {
  ADDED: 'same-criteria',
  RETIRED: 'same-criteria',
  MOVED: 'same-criteria',
  RED_LINE: 'same-red-lines',
  SCALE: 'same-scale',
  EVIDENCE: 'same-evidence',
  RESTS_ON: 'same-sources',
  APPLIES: 'same-days',
  REWORDED: null,
  NAMED: null,
};

/** Every rule that an edition worded anew breaks as a patch of the one that is published; empty for an editorial patch. */
export function patchFaults(published: Edition, patched: Edition): readonly PatchFault[] {
  const differences = editionDifference(published, patched);
  const isSame =
    published.id === patched.id && published.version === patched.version && published.asAt === patched.asAt;
  return [
    ...(isSame ? [] : [fault('same-edition', published.id, 'id, version or day')]),
    ...differences.flatMap(faultsOfDifference),
    ...(differences.length > 0 ? [] : [fault('something-reworded', published.id, 'every word')]),
  ];
}

function faultsOfDifference({ sort, about, what, was, becomes }: EditionDifference): PatchFault[] {
  const broken = BROKEN_BY[sort];
  if (broken !== null) return [fault(broken, about, what)];
  if (was === null || becomes === null) return [fault('same-criteria', about, what)];
  return obligationIn(was) === obligationIn(becomes) ? [] : [fault('same-obligation', about, what)];
}

function fault(rule: PatchRule, about: string, what: string): PatchFault {
  return {
    rule,
    text: `${about}, ${what}: breaks the rule “${rule}”. ${PATCH_RULES[rule]} Publish a new edition instead.`,
  };
}

/** The numbers and the words of a text that oblige, permit, forbid or count, in their order. */
function obligationIn(text: string): string {
  return [...text.toLowerCase().matchAll(OBLIGING)].map(([word]) => word).join(' ');
}

const OBLIGING =
  /\d+(?:\.\d+)*|\b(?:not|no|never|nor|neither|none|without|unless|except|only|must|shall|should|may|can|cannot|will|all|any|every|each|both|either|at least|at most|before|after|within|until)\b/g;
