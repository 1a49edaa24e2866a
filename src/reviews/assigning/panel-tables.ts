import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { Issue } from '../../kernel/refusal.js';
import { sheetRows } from '../../web/sheet/sheet-rows.js';
import { AssigningQueries, type NamedPerson, type ReviewOfRound } from './assigning.queries.js';
import type { ProposedPanel } from './panel-proposal.entity.js';
import type { PanelsFault } from './solving/check-panels.js';

/** What a table says, the line of whatever is at fault in it, and what is wrong with any line by itself. */
export interface ReadPanels {
  readonly panels: readonly ProposedPanel[];
  readonly lineOf: (fault: PanelsFault) => string;
  readonly issues: readonly Issue[];
}

const HEADING = /^(trusts?|reviews?|ods[ _-]?codes?|codes?)$/i;

/** Reads tables of who sits on which panel: trust or review, and reviewer, one person a line. */
@Injectable()
export class PanelTables {
  constructor(private readonly queries: AssigningQueries) {}

  /** Reads the table with the reviews and people that it may name. */
  async read(
    actor: Actor,
    table: string,
    { reviews, people }: { readonly reviews: readonly ReviewOfRound[]; readonly people: readonly Uuid[] },
  ): Promise<ReadPanels> {
    const read = await sheetRows(Buffer.from(table));
    if ('faults' in read) return faulty(read.faults.map(({ row, wrong }) => inLine(row ?? 1, wrong)));
    const named = await this.queries.named(actor, people);
    const lines = new Map<string, number>();
    const panels = new Map<Uuid, Uuid[]>();
    const issues: Issue[] = [];
    for (const { row, cells } of read.rows) {
      const [trust = '', person = ''] = cells.map((cell) => cell.trim());
      if (row === 1 && HEADING.test(trust)) continue;
      const review = one(reviews.filter((each) => isReview(each, trust)));
      const found = one(named.filter((each) => isPerson(each, person)));
      if (typeof review === 'string') issues.push(inLine(row, sayReview(review, trust)));
      if (typeof found === 'string') issues.push(inLine(row, sayPerson(found, person)));
      if (typeof review === 'string' || typeof found === 'string') continue;
      const key = `${review.id} ${found.id}`;
      const before = lines.get(key);
      if (before !== undefined) issues.push(inLine(row, `this stands in line ${String(before)} already`));
      lines.set(key, row);
      lines.set(review.id, lines.get(review.id) ?? row);
      panels.set(review.id, [...(panels.get(review.id) ?? []), found.id]);
    }
    if (issues.length === 0 && panels.size === 0)
      issues.push({ field: 'table', text: 'Enter at least one line' });
    return {
      issues,
      panels: [...panels].map(([review, sitting]) => ({ review, people: sitting.sort() })),
      lineOf: ({ panel, person }) =>
        `Line ${String(lines.get(person === null ? panel : `${panel} ${person}`) ?? lines.get(panel) ?? 1)}`,
    };
  }
}

function faulty(issues: readonly Issue[]): ReadPanels {
  return { issues, panels: [], lineOf: () => 'Line 1' };
}

function inLine(row: number, text: string): Issue {
  return { field: 'table', text: `Line ${String(row)}: ${text}` };
}

function one<Found>(found: readonly Found[]): Found | 'none' | 'several' {
  const [first, ...others] = found;
  if (first === undefined) return 'none';
  return others.length > 0 ? 'several' : first;
}

function isReview({ id, odsCode, key, organisation }: ReviewOfRound, said: string): boolean {
  const low = said.toLowerCase();
  if (low === '') return false;
  return [odsCode, key, organisation].some((name) => name?.toLowerCase() === low) || low.endsWith(id);
}

function isPerson({ id, name, email }: NamedPerson, said: string): boolean {
  const low = said.toLowerCase();
  return low !== '' && [id, name, email].some((known) => known.toLowerCase() === low);
}

function sayReview(why: 'none' | 'several', said: string): string {
  if (said === '') return 'there is no trust. Write its ODS code in the first column';
  return why === 'none'
    ? `“${said}” names no review that you lead in this round and may fill`
    : `“${said}” names several reviews. Write the address of the review`;
}

function sayPerson(why: 'none' | 'several', said: string): string {
  if (said === '') return 'there is no reviewer. Write their email in the second column';
  return why === 'none'
    ? `“${said}” names nobody who may be proposed`
    : `“${said}” names several people. Write an email`;
}
