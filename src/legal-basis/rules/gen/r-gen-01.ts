import { known, NOT_KNOWN, statementState } from '../../record/answers/not-known.js';
import { beingChecked } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import type { Matter } from '../matter/matter.js';
import {
  caution,
  chosen,
  chosenList,
  fault,
  notKnown,
  shown,
  together,
  type Verdict,
} from '../matter/verdict.js';
import { isNamedLikePolice, kindOf, nameOf, partyIds, partyOf } from '../reading/parties.js';
import { sameWords } from '../reading/words/texts.js';

/** R-GEN-01: who sends, who receives, and what kind of body each is. */
export const rGen01 = flowRule({
  id: 'R-GEN-01',
  version: 3,
  kind: 'L',
  countsToo: true,
  appliesTo: 'any flow of data',
  fields: [
    'senderOrgId',
    'recipientOrgIds',
    'parties[].orgId',
    'parties[].orgType',
    'parties[].name',
    'parties[].registerKey',
  ],
  citation: beingChecked('UK GDPR Articles 5(2) and 24'),
  message: 'This record does not show who sends the data, who receives them and what kind of body each is',
  whatToDo:
    'Name the sender and every recipient, each as one party, and choose the kind of body each of them is.',
  applies: () => true,
  evaluate: ({ flow, listedTwice }) =>
    together(
      chosen(flow.senderOrgId, 'no sender is named'),
      chosenList(flow.recipientOrgIds, 'no recipient is named'),
      ...partyIds(flow).map((id) => {
        const type = partyOf(flow, id)?.orgType;
        if (type === NOT_KNOWN) return notKnown(`the kind of body ${nameOf(flow, id)} is`);
        return known(type) === null
          ? fault(`the kind of body ${nameOf(flow, id)} is has not been chosen`)
          : shown;
      }),
      ...listedTwice.map((id) => fault(`${nameOf(flow, id)} is listed more than once, and differently`)),
      ...standsTwice(flow),
      ...calledOtherwise(flow),
    ),
});

/** One body under two identifiers: by the same key of the register, which settles it, or by the same name. */
function standsTwice({ parties }: Matter['flow']): Verdict[] {
  return (parties ?? []).flatMap((party, at, all) => {
    const others = all.slice(at + 1).filter(({ orgId }) => orgId !== party.orgId);
    const name = party.name ?? party.orgId ?? 'a party';
    if (others.some((other) => isSameKey(other.registerKey, party.registerKey)))
      return [fault(`${name} stands here as two parties`)];
    return others.some(
      (other) => sameWords(other.name) !== '' && sameWords(other.name) === sameWords(party.name),
    )
      ? [caution(`Two parties are called ${name}: check that they are not one.`)]
      : [];
  });
}

/** A body that is named like police and called something else, which would take the rules on police out of play. */
function calledOtherwise(flow: Matter['flow']): Verdict[] {
  return partyIds(flow).flatMap((id) => {
    const party = partyOf(flow, id);
    return isNamedLikePolice(party)
      ? [
          caution(
            `${nameOf(flow, id)} is named like police, and its kind is “${kindOf(party)?.label ?? ''}”: check that it is right.`,
          ),
        ]
      : [];
  });
}

function isSameKey(a: string | null | undefined, b: string | null | undefined): boolean {
  return statementState(a) === 'STATED' && a === b;
}
