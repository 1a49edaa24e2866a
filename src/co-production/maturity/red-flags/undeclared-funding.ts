import type { RedFlagRule } from './red-flag.js';

/** A group paid by the trust or its partner force may attest, but must say so. */
export const undeclaredFunding: RedFlagRule = ({ attestations }) => {
  const found = attestations.filter(
    ({ fundedByTrustOrForce, fundingDeclared }) => fundedByTrustOrForce && !fundingDeclared,
  );
  if (found.length === 0) return null;
  return {
    code: 'UNDECLARED_FUNDING',
    sentence: 'A group that attests is funded by the trust or its partner force and has not declared it.',
    lookAt: found.map(({ group }) => group),
  };
};
