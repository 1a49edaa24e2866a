import { liftsConfidence, requiresDisclosure } from '../../legal-basis/provisions/disclosure.js';
import type { Provision, ProvisionKind } from '../../legal-basis/provisions/provision.js';

/** What a field of the record that takes law is about. */
export interface LawQuestion {
  /** Completes "Offered first are …". */
  readonly offers: string;
  /** Whether a provision is of the sort that the field asks for; on which days and where is looked at apart. */
  readonly fits: (provision: Provision) => boolean;
  /** The fields beside it in which law was typed before it was picked, by their paths. */
  readonly words: readonly string[];
}

/** The fields that take law, by their paths in the flow or in a legal basis (legal-basis.md §3.2). */
export const LAW_QUESTIONS: ReadonlyMap<string, LawQuestion> = new Map([
  [
    'functionLaw',
    {
      offers: 'duties, powers and orders',
      fits: ofKind('duty', 'power', 'order', 'general-cooperation'),
      words: ['functionCitation'],
    },
  ],
  [
    'dpa1998Law',
    {
      offers: 'the conditions of the Data Protection Act 1998 and of its Order of 2000',
      fits: ({ id, kind }) => kind === 'condition' && /^(dpa1998|si2000-417)-/.test(id),
      words: ['dpa1998Sch2', 'dpa1998Sch3'],
    },
  ],
  [
    's11DutyLaw',
    {
      offers: 'duties, and law that forbids disclosure',
      fits: ofKind('duty', 'prohibition'),
      words: ['s11DutySource'],
    },
  ],
  ['offences', { offers: 'offences', fits: ofKind('offence'), words: ['unlawfulActText'] }],
  [
    'art8Text.legalBasisLaw',
    {
      offers: 'duties, powers and orders, and other law that lifts the duty of confidence',
      fits: (provision) => ofKind('duty', 'power', 'order')(provision) || liftsConfidence(provision),
      words: ['art8Text.legalBasis'],
    },
  ],
  [
    'confidentiality.routeLaw',
    {
      offers: 'law that lifts the duty of confidence, or requires disclosure',
      fits: (provision) => liftsConfidence(provision) || requiresDisclosure(provision),
      words: ['confidentiality.routeCitation'],
    },
  ],
  [
    'reuse.s36AuthorisationLaw',
    {
      offers: 'duties, powers and orders',
      fits: ofKind('duty', 'power', 'order'),
      words: ['reuse.s36AuthorisationText'],
    },
  ],
  [
    'transparency.exemption.law',
    { offers: 'exemptions', fits: ofKind('exemption'), words: ['transparency.exemption.citation'] },
  ],
]);

function ofKind(...kinds: readonly ProvisionKind[]): LawQuestion['fits'] {
  return ({ kind }) => kinds.includes(kind);
}
