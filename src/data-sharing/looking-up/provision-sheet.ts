import { isPickable, type Provision } from '../../legal-basis/provisions/provision.js';
import { nations } from '../../legal-basis/record/transfer/nation.js';
import { Download, type CsvColumn } from '../../web/answer/download.js';

/** The list of provisions as a table for spreadsheets, every field of an entry in a column. */
export function provisionSheet(provisions: readonly Provision[]): Download {
  return Download.csv('provisions.csv', COLUMNS, provisions);
}

const COLUMNS: readonly CsvColumn<Provision>[] = [
  { heading: 'id', cell: ({ id }) => id },
  { heading: 'short name', cell: ({ short }) => short },
  { heading: 'title', cell: ({ title }) => title },
  { heading: 'instrument', cell: ({ instrument }) => instrument },
  { heading: 'section', cell: ({ section }) => section },
  { heading: 'nations', cell: nationsOf },
  { heading: 'in force from', cell: ({ inForce }) => inForce.from },
  { heading: 'in force to', cell: ({ inForce }) => inForce.to },
  { heading: 'basis of these days', cell: ({ inForce }) => inForce.basis },
  { heading: 'note on these days', cell: ({ inForce }) => inForce.note },
  { heading: 'kind', cell: ({ kind }) => kind },
  { heading: 'whose', cell: ({ whose }) => whose },
  { heading: 'what it does', cell: ({ whatItDoes }) => whatItDoes },
  { heading: 'what it does not', cell: ({ whatItDoesNot }) => whatItDoesNot },
  { heading: 'requires disclosure', cell: ({ requiresDisclosure }) => requiresDisclosure },
  { heading: 'discloses to', cell: ({ disclosesTo }) => disclosesTo },
  { heading: 'tests', cell: ({ tests }) => tests.join('\n') },
  { heading: 'case by case', cell: ({ caseByCase }) => caseByCase },
  { heading: 'lifts confidentiality', cell: ({ liftsConfidentiality }) => liftsConfidentiality },
  { heading: 'bases', cell: ({ bases }) => bases.join('\n') },
  { heading: 'excludes', cell: ({ excludes }) => excludes?.join('\n') },
  { heading: 'substantial public interest', cell: ({ limbs }) => limbs?.substantialPublicInterest },
  { heading: 'policy document', cell: ({ limbs }) => limbs?.policyDocument },
  { heading: 'reason for no consent', cell: ({ limbs }) => limbs?.reasonForNoConsent },
  { heading: 'may be picked', cell: isPickable },
  { heading: 'source', cell: ({ source }) => source },
  { heading: 'official text', cell: ({ official }) => official },
  { heading: 'confidence', cell: ({ confidence }) => confidence },
  { heading: 'note', cell: ({ note }) => note },
];

function nationsOf({ nations: codes }: Provision): string {
  return nations
    .filter(({ code }) => codes.includes(code))
    .map(({ label }) => label)
    .join('\n');
}
