import type { Source } from '../../../evidence/sources/source-schema.js';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { FactFault } from '../../../kernel/fact-files/fact-file-fault.js';
import type { FactPath, YamlText } from '../../../kernel/fact-files/yaml-file.js';
import type { LinkedBody } from '../../../organisations/importing/bodies/parse-bodies.js';
import type { TrustsFile } from '../../../organisations/importing/trusts/trusts-file.js';
import type { DeploymentFile, FileClaim, NationalClaim } from './deployment-file-schema.js';

/** A file as it was handed over. */
export interface RegisterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The names at the top of files that rooms above bring to the folder and read themselves. */
export const FURTHER_NAMES = ['trusts', 'requests'] as const;

/** One such name. */
export type FurtherName = (typeof FURTHER_NAMES)[number];

/** A file that a room above reads itself. */
export interface FurtherFile {
  readonly name: FurtherName;
  readonly yaml: YamlText;
}

/** What the register's files say, read and each found sound by itself. */
export interface RegisterFiles {
  /** The day on which the files were last compiled: of two editions the later one is right. */
  readonly edition: CalendarDay;
  readonly sources: ReadonlyMap<string, Source>;
  /** The published file of trusts, where it is among the files. */
  readonly trusts: TrustsFile | null;
  readonly bodies: readonly LinkedBody[];
  readonly deployments: readonly DeploymentFile[];
  readonly nationalClaims: readonly NationalClaim[];
  readonly further: readonly FurtherFile[];
  readonly places: Places;
  /** The names of the files that were read. */
  readonly names: readonly string[];
  /** The names of files that hold nothing for the register. */
  readonly passedOver: readonly string[];
  /** SHA-256 over the SHA-256 of each file that was read, in their order. */
  readonly filesHash: string;
}

/** Every claim of the files. */
export function claimsIn({ deployments, nationalClaims }: RegisterFiles): readonly FileClaim[] {
  return [...deployments.flatMap(({ claims }) => claims), ...nationalClaims];
}

/** Where each fact of the files stands, so that what is wrong between files is told with a line too. */
export class Places {
  private readonly known = new Map<object, { readonly yaml: YamlText; readonly path: FactPath }>();

  /** Remembers where a fact stands. */
  remember(yaml: YamlText, fact: object, path: FactPath): void {
    this.known.set(fact, { yaml, path });
  }

  /** Remembers where the facts of a list stand. */
  rememberEach(yaml: YamlText, facts: readonly object[], path: FactPath): void {
    for (const [at, fact] of facts.entries()) this.remember(yaml, fact, [...path, at]);
  }

  /** Something that is wrong with a fact. */
  fault(fact: object, text: string): FactFault {
    const place = this.known.get(fact);
    return place ? place.yaml.fault(place.path, text) : { file: 'the files', line: null, text };
  }
}
