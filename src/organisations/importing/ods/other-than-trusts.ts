import type { OdsFault, OdsOrganisation } from './ods-organisation.js';

/**
 * Codes of NHS trusts: R or T with two characters more (T: care trusts; general knowledge, reference being checked), and
 * since 2021 five letters and digits in turn, from which the kind of organisation can no longer be told
 * (digital.nhs.uk/services/organisation-data-service, read in 2026).
 */
const TRUST_CODE = /^(?:[RT][A-Z0-9]{2}|[A-Z]\d[A-Z]\d[A-Z])$/;

/** The name of every trust in the published file says so: "… NHS TRUST", "… NHS FOUNDATION TRUST", "… CARE TRUST". */
const TRUST_NAME = /\b(?:NHS|CARE)\b.*\bTRUST\b/i;

/** A letter and five digits, as codes of GP practices are formed in the file `epraccur`, which has the same 27 columns. */
const PRACTICE_CODE = /^[A-Z]\d{5}$/;

const MOST_NAMED = 20;

/** Why this is no file of NHS trusts: each line that is something else, or one sentence where most lines are. */
export function otherThanTrusts(rows: readonly OdsOrganisation[]): OdsFault[] {
  const others = rows.filter(({ code, name }) => !TRUST_CODE.test(code) || !TRUST_NAME.test(name));
  const practices = others.filter(({ code }) => PRACTICE_CODE.test(code));
  const [first] = others;
  if (!first) return [];
  if (practices.length * 2 > rows.length)
    return [
      whole(
        `This is a file of GP practices: the code of ${shareOf(practices, rows)} is a letter and five digits, such as ${practices[0]?.code ?? ''}.`,
      ),
    ];
  if (others.length * 2 > rows.length)
    return [
      whole(
        `This is no file of NHS trusts: ${shareOf(others, rows)} is something else, such as ${first.code}, "${first.name}".`,
      ),
    ];
  const named = others.slice(0, MOST_NAMED).map(({ line, code, name }) => ({
    line,
    reason: `${code}, "${name}", is no NHS trust by its code and name.`,
  }));
  const more = others.length - named.length;
  return more === 0 ? named : [...named, { line: null, reason: `So are ${more} lines more.` }];
}

function whole(reason: string): OdsFault {
  return { line: null, reason: `${reason} Hand over the file of NHS trusts, which is called "etr".` };
}

function shareOf(some: readonly unknown[], all: readonly unknown[]): string {
  return some.length === all.length ? 'every line' : `${some.length} of ${all.length} lines`;
}
