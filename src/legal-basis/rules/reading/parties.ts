import type { FlowRecord } from '../../record/flow-record.js';
import { known, statementState, type Truth, anyOf } from '../../record/answers/not-known.js';
import type { Nation } from '../../record/transfer/nation.js';
import { orgTypeTerm, type OrgType, type OrgTypeTerm } from '../../record/transfer/org-type.js';
import type { Party } from '../../record/transfer/party.js';

/** The fields from which the parties of a flow, and which of them are controllers, are read. */
export const PARTY_FIELDS = [
  'senderOrgId',
  'recipientOrgIds',
  'parties[].orgId',
  'parties[].orgType',
  'parties[].role',
  'parties[].usesForOwnPurposes',
] as const;

/** The party with an identifier; null where the record does not hold it. */
export function partyOf(flow: FlowRecord, orgId: string | null | undefined): Party | null {
  if (statementState(orgId) !== 'STATED') return null;
  return (flow.parties ?? []).find((party) => party.orgId === orgId) ?? null;
}

/** The attributes of the kind of body a party is; null where that is not known. */
export function kindOf(party: Party | null): OrgTypeTerm | null {
  const code = known(party?.orgType);
  return code === null ? null : (orgTypeTerm(code) ?? null);
}

/** The nation under whose law a party acts: it says so, or bodies of its kind are found in one nation only. */
export function nationOf(party: Party | null): Nation | null {
  return known(party?.nation) ?? NATION_OF_KIND[party?.orgType ?? ''] ?? null;
}

const NATION_OF_KIND: Readonly<Record<string, Nation>> = {
  WELSH_HEALTH_BOARD: 'WALES',
  SCOTTISH_HEALTH_BOARD: 'SCOTLAND',
  NI_HSC_TRUST: 'NORTHERN_IRELAND',
};

/** The nation under whose law whoever holds the data acts. */
export function nationOfSender(flow: FlowRecord): Nation | null {
  return nationOf(partyOf(flow, flow.senderOrgId));
}

/** The nations of which one is a party's: its own, and a nation left out is taken for England or Wales. */
export function nationsTakenFor(party: Party | null): readonly Nation[] {
  const nation = nationOf(party);
  return nation === null ? ENGLAND_AND_WALES : [nation];
}

const ENGLAND_AND_WALES: readonly Nation[] = ['ENGLAND', 'WALES'];

/** Whether law of England and Wales reaches whoever holds the data. */
export function isInEnglandOrWales(flow: FlowRecord): boolean {
  return nationsTakenFor(partyOf(flow, flow.senderOrgId)).every((nation) =>
    ENGLAND_AND_WALES.includes(nation),
  );
}

/** Whether a party is of one of these kinds. */
export function isOneOf(party: Party | null, ...types: OrgType[]): Truth {
  const kind = kindOf(party);
  return kind === null ? null : types.includes(kind.code);
}

/** Whether a party is a police force. */
export function isPolice(party: Party | null): Truth {
  return isOneOf(party, 'POLICE_FORCE');
}

/** Words in the name of a police force; a commissioner and a regulator of police bear them too. */
const NAMED_LIKE_POLICE = /\b(?:police|constabulary|heddlu)\b/i;
const MAY_BE_SO_NAMED: readonly OrgType[] = ['POLICE_FORCE', 'PCC', 'REGULATOR', 'PROFESSIONAL_BODY'];

/** Whether a party is called police and said to be something else. */
export function isNamedLikePolice(party: Party | null): boolean {
  const kind = kindOf(party);
  const name = party?.name ?? party?.orgId ?? '';
  return kind !== null && !MAY_BE_SO_NAMED.includes(kind.code) && NAMED_LIKE_POLICE.test(name);
}

/** Whether a party is a police force by its kind or, whatever kind is chosen, by its name. */
export function seemsPolice(party: Party | null): Truth {
  return anyOf(isPolice(party), isNamedLikePolice(party));
}

/** Whether a party is a public authority: its kind decides, and where that does not settle it, the record. */
export function isPublicAuthority(party: Party | null): Truth {
  const kind = kindOf(party);
  return kind === null ? null : (kind.publicAuthority ?? party?.publicAuthority ?? null);
}

/** Whether a party takes part as a member of the direct care team. */
export function givesCare(party: Party | null): Truth {
  const kind = kindOf(party);
  if (kind === null) return null;
  if (kind.care === 'NO') return false;
  return party?.providesCare ?? (kind.care === 'YES' ? true : null);
}

/**
 * Whether a party is a competent authority (DPA 2018 s30, Schedule 7): police forces are, and so is every ministerial
 * department; NHS bodies, suppliers and the voluntary sector are not, a commissioner only where the record says that it is listed.
 */
export function isCompetentAuthority(party: Party | null): Truth {
  const kind = kindOf(party);
  if (kind === null) return null;
  if (kind.sector === 'POLICE' || kind.code === 'DHSC') return true;
  if (kind.sector === 'STATE' || kind.sector === 'LOCAL') {
    return party?.competentAuthority ?? (kind.code === 'PCC' ? false : null);
  }
  return false;
}

/** The identifiers of the recipients, blanks and "not known" left out. */
export function recipientIds(flow: FlowRecord): string[] {
  return [...new Set((flow.recipientOrgIds ?? []).filter((id) => statementState(id) === 'STATED'))];
}

/** Whether any recipient is so; not known while no recipient is named. */
export function anyRecipient(flow: FlowRecord, is: (party: Party | null) => Truth): Truth {
  const ids = recipientIds(flow);
  return ids.length === 0 ? null : anyOf(...ids.map((id) => is(partyOf(flow, id))));
}

/** The sender and the recipients, each once. */
export function partyIds(flow: FlowRecord): string[] {
  const sender = statementState(flow.senderOrgId) === 'STATED' && flow.senderOrgId ? [flow.senderOrgId] : [];
  return [...new Set([...sender, ...recipientIds(flow)])];
}

/**
 * The parties that decide why and how, each once. What a party is called does not settle it (UK GDPR Articles 4(1)(7) and
 * 28(10)): "neither" is believed of people only, and "processor" of nobody that has purposes of its own, as police have.
 */
export function controllersOf(flow: FlowRecord): string[] {
  return partyIds(flow).filter((id) => {
    const party = partyOf(flow, id);
    const isBody = kindOf(party)?.sector !== 'PEOPLE';
    switch (known(party?.role)) {
      case null:
      case 'NOT_A_CONTROLLER':
        return isBody;
      case 'PROCESSOR':
        return party?.usesForOwnPurposes === true || isPolice(party) === true;
      default:
        return true;
    }
  });
}

/** What to call a party in a sentence. */
export function nameOf(flow: FlowRecord, orgId: string): string {
  return partyOf(flow, orgId)?.name ?? orgId;
}
