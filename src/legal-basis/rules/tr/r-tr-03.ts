import { lawNamedIn } from '../../provisions/naming/provisions-named-in.js';
import type { Provision } from '../../provisions/provision.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { not } from '../../record/answers/not-known.js';
import { lawReliedOn, type AskedLaw } from '../matter/law/law-relied-on.js';
import { holds, notKnown, shown, together, type Verdict } from '../matter/verdict.js';
import { pickedLaw } from '../reading/law/picked-law.js';
import { GDPR_DAY } from '../reading/law-days.js';

type Exemption = NonNullable<NonNullable<FlowRecord['transparency']>['exemption']>;

/** R-TR-03: an exemption from telling people is named, and one of Schedule 2 is decided case by case. */
export const rTr03 = flowRule({
  id: 'R-TR-03',
  version: 3,
  kind: 'L',
  inForceFrom: GDPR_DAY,
  appliesTo: 'an exemption from telling people',
  fields: [
    'transparency.exemption.blanket',
    'transparency.exemption.perCase',
    'transparency.exemption.likelyPrejudice',
    'transparency.exemption.law',
    'transparency.exemption.citation',
    'transparency.exemption.claimed',
    'startDate',
    'endDate',
  ],
  citation: seenIn('Data Protection Act 2018 Schedule 2 para 2; UK GDPR Article 14(5)', 'L34', 'L49'),
  message: 'This record does not show an exemption from telling people that fits',
  whatToDo:
    'Pick the exemption. One of Schedule 2 is decided for each person: whether telling them would prejudice the purpose, and why.',
  applies: ({ flow }) => flow.transparency?.exemption?.claimed ?? null,
  evaluate: ({ flow, from, to }) => {
    const exemption = flow.transparency?.exemption ?? {};
    return together(
      lawReliedOn(exemption.law, exemption.citation, EXEMPTION, { from, to, nation: null }),
      decidedCaseByCase(exemption),
    );
  },
});

const EXEMPTION: AskedLaw = {
  does: ({ id, kind }) => kind === 'exemption' || id === 'dpa-s44',
  none: 'which exemption it is is not said',
  says: 'which exemption applies',
};

/** What the exemption itself asks for; of words that name no law of the list it is not known what they ask. */
function decidedCaseByCase(exemption: Exemption): Verdict {
  const picked = pickedLaw(exemption.law).map(({ provision }) => provision);
  const { provisions, unlisted } = lawNamedIn(exemption.citation ?? '');
  const laws = picked.length > 0 ? picked : provisions;
  const isRecognised = laws.length > 0 || unlisted.length > 0;
  if (isRecognised && unlisted.every(isOfTheGdpr) && !laws.some(isPerCase)) return shown;
  return together(
    holds(not(exemption.blanket), 'it is claimed for everybody'),
    holds(exemption.perCase, 'it is not decided case by case'),
    laws.some(asksForPrejudice) ? holds(exemption.likelyPrejudice, 'no likely prejudice is recorded') : shown,
    isRecognised || exemption.likelyPrejudice === true ? shown : notKnown('what the exemption asks for'),
  );
}

/** The exceptions of Articles 13 and 14 themselves, such as that people know already, are general by nature. */
function isOfTheGdpr(unlisted: string): boolean {
  return /^uk gdpr (?:article|art) 1[34]\b/i.test(unlisted);
}

function isPerCase({ instrument, section, caseByCase }: Provision): boolean {
  return caseByCase === true || (instrument === 'Data Protection Act 2018' && section.startsWith('Sch 2'));
}

function asksForPrejudice({ tests }: Provision): boolean {
  return tests.some((test) => test.includes('prejudice'));
}
