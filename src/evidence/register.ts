import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { SubjectClass } from '../access/policy.js';
import { VISITOR, type Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';
import { recordedKind, type RecordedClass } from '../platform/database/recorded.js';
import type { Bearing } from './bearing.js';
import type { FieldsInWords } from './history/fields-in-words.js';

/** How a kind of record introduces itself to the rest of the system. */
export interface KindIntroduction {
  readonly recorded: RecordedClass;
  /** In plain words, lower case: `data flow`. */
  readonly singular: string;
  readonly plural: string;
  /** The page of one record, when the kind has pages. */
  readonly pageOf?: (id: Uuid) => string;
  /** What its public fields are called: for the list of what was changed, and for corrections beside what sources say. */
  readonly fields?: FieldsInWords;
  /** Criteria of the review that its records bear on, where they do. */
  readonly bearing?: Bearing;
}

/** A place people go to from the navigation. */
interface InMenu {
  readonly href: string;
  readonly text: string;
  /** Smaller comes first. */
  readonly order: number;
  /** The address of the place below which it stands: the menu shows it only there, or by itself to whom that place is not open. */
  readonly under?: string | undefined;
}

/** A place for those who may do its verb with its subject, or for everybody who is signed in. */
export type Place = InMenu &
  ({ readonly verb: string; readonly subject: SubjectClass } | { readonly signedIn: true });

/**
 * What kinds of record there are and where people go. Features introduce theirs when they start, so that navigation,
 * history and audit pages know every kind without any list of kinds to edit.
 */
@Injectable()
export class Register {
  private readonly kinds = new Map<string, KindIntroduction>();
  private readonly known: Place[] = [];

  constructor(private readonly access: Access) {}

  /** Makes a kind of record known. */
  introduce(...introductions: readonly KindIntroduction[]): void {
    for (const introduction of introductions)
      this.kinds.set(recordedKind(introduction.recorded).kind, introduction);
  }

  /** Makes places known to the navigation. */
  addPlaces(...places: readonly Place[]): void {
    this.known.push(...places);
  }

  /** The introduction of a kind by its name; null when no feature introduced it. */
  kind(name: string): KindIntroduction | null {
    return this.kinds.get(name) ?? null;
  }

  /** What kinds declare of the criteria that they bear on. */
  get bearings(): readonly Bearing[] {
    return [...this.kinds.values()].flatMap(({ bearing }) => bearing ?? []);
  }

  /** The places this actor may go to, in order; a place that would refuse them is not shown. */
  placesFor(actor: Actor): readonly Place[] {
    const open = this.known.filter((place) => this.isOpen(place, actor));
    const addresses = new Set(open.map(({ href }) => href));
    return open
      .map((place) => ({ ...place, under: addresses.has(place.under ?? '') ? place.under : undefined }))
      .sort((a, b) => a.order - b.order || a.text.localeCompare(b.text));
  }

  /** True for a place that is not open to everybody: whoever may go there has work of their own. */
  isOwn(place: Place): boolean {
    return !('signedIn' in place) && !this.isOpen(place, VISITOR);
  }

  private isOpen(place: Place, actor: Actor): boolean {
    if ('signedIn' in place) return actor.standing === 'person';
    return this.access.can(actor, place.verb, place.subject);
  }
}
