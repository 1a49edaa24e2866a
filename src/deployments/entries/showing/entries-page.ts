import type { DomainOfCriteria } from '../../../evidence/criteria-domains.js';
import { withdrawnInWords } from '../../../evidence/mending/standing.js';
import { Page } from '../../../web/answer/page.js';
import { day, withArticle } from '../../../web/words.js';
import { claimCard } from '../../claims/claim-card.js';
import type { DeploymentDetail } from '../../finding/deployment-view.js';
import type { EntryKind } from '../entry-kind.js';
import type { SchemeEntries } from '../scheme-entries.js';
import type { SchemeEntry } from '../scheme-entry.entity.js';

/** What is read for the page of a kind: its entries, the domains of criteria they bear on, and whether this reader records more. */
export interface EntriesRead {
  readonly entries: SchemeEntries;
  readonly mayTell: boolean;
  readonly bearsOn: readonly DomainOfCriteria[];
}

/** The page of all entries of a kind of one scheme: what is known, what nobody answered, by whom it is said. */
export function entriesPage(
  kind: EntryKind,
  scheme: DeploymentDetail,
  { entries, mayTell, bearsOn }: EntriesRead,
): Page {
  const at = `/deployments/${scheme.key}`;
  return new Page(kind.template, {
    title: kind.heading,
    wide: true,
    caption: scheme.title,
    lead: kind.lead,
    scheme,
    at: `${at}/${kind.path}`,
    oneEntry: withArticle(kind.introduction.singular),
    mend: `/mending/about/deployment/${scheme.id}`,
    ...kind.together(entries, scheme),
    bearsOn,
    entries: entries.all(kind.recorded).map((entry) => entryCard(kind, entry)),
    claims: scheme.claims.filter(({ topic }) => kind.topics.includes(topic)).map(claimCard),
    mayTell,
    back: { href: at, text: scheme.title },
    ...kind.model(entries, scheme),
  });
}

function entryCard(kind: EntryKind, entry: SchemeEntry) {
  const { title, lines } = kind.shown(entry);
  return {
    id: entry.id,
    title,
    lines: lines
      .filter(({ value }) => value !== null && value !== '')
      .map(({ key, value, href }) => ({ term: key, meaning: value, href })),
    saidOn: day(entry.saidOn),
    withdrawn: withdrawnInWords(entry),
  };
}
