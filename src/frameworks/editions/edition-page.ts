import { criterionOn } from '../edition/criteria-in-force.js';
import type { Edition } from '../edition/edition-schema.js';
import { leastAgreementOf, methodOf } from '../edition/method/first-method.js';
import { ratingStepsInWords } from '../edition/method/rating-step-words.js';
import { NOTHING_VERIFIED } from '../edition/verification.js';
import { day, stretch } from '../../web/words.js';
import type { EditionRow } from '../frameworks.queries.js';
import { domainPath } from './domain-path.js';

/** What the page of an edition shows: its domains, what stops a scheme, its method, its sources. */
export function editionPage(row: EditionRow, edition: Edition) {
  const { key } = row;
  const method = methodOf(edition);
  const { scale, evidenceGrades } = method;
  const address = `/criteria/editions/${key}/criteria`;
  return {
    published: publishedInWords(row),
    domains: domainRows(edition, address),
    redLines: edition.elements.map(({ number, text }) => ({
      number,
      text,
      criteria: edition.criteria
        .filter(({ knockOut }) => knockOut?.element === number)
        .map((criterion) => ({ code: criterion.id, href: placeOf(address, criterion) })),
    })),
    otherStops: edition.criteria
      .filter(({ knockOut }) => knockOut !== null && knockOut.element === null)
      .map((criterion) => ({ code: criterion.id, href: placeOf(address, criterion) })),
    scale: scale.map(({ score, label, labelForLaw, meaning }) => [score, label, labelForLaw, meaning]),
    grades: evidenceGrades.map(({ grade, meaning, carries }) => [
      ...[grade, meaning],
      carries === null ? 'No score: it counts as U' : `Up to ${carries}`,
    ]),
    steps: ratingStepsInWords(method),
    leastAgreement: leastAgreementOf(method),
    sources: edition.guidelines.map(({ key: source, title, owner, inForceFrom, inForceTo }) => [
      { href: `/sources/${source}`, text: source },
      `${title} (${owner})`,
      stretch(inForceFrom, inForceTo),
    ]),
  };
}

/** Where a criterion of an edition stands on the pages of that edition. */
function placeOf(address: string, { id, domain }: Edition['criteria'][number]): string {
  return `${address}?domain=${domain}#${id}`;
}

function domainRows(edition: Edition, address: string) {
  const stops = new Set(
    edition.criteria
      .map((criterion) => criterionOn(edition, criterion, edition.asAt, NOTHING_VERIFIED))
      .filter(({ knockOut }) => knockOut.active)
      .map(({ criterion }) => criterion.id),
  );
  return edition.domains.map(({ code }) => {
    const own = edition.criteria.filter(({ domain }) => domain === code);
    return [
      { href: `${address}?domain=${code}`, text: domainPath(edition, code) },
      code,
      own.length,
      own.filter(({ id }) => stops.has(id)).length,
    ];
  });
}

/** When an edition was published, and by whom: the capacities of the two, never their names. */
function publishedInWords({ publishedOn, proposedAs, publishedAs }: EditionRow): string {
  const on = day(publishedOn);
  if (proposedAs === null || publishedAs === null) return `${on}, before two people published each edition`;
  if (proposedAs === publishedAs) return `${on} by an administrator; another administrator had proposed it`;
  return proposedAs === 'OPERATOR'
    ? `${on} by an administrator; the operator had proposed it`
    : `${on} by the operator; an administrator had proposed it`;
}
