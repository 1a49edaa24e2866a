/** What may say too much: a name of somebody in the service, an NHS number, a way to reach somebody, a title with a name, a small number. */
export const DISCLOSURE_KINDS = [
  'name',
  'nhs-number',
  'possible-name',
  'contact',
  'title',
  'small-number',
] as const;

/** One kind of thing that may say too much. */
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** One place in a result that may identify a person. */
export interface DisclosureFinding {
  readonly kind: DisclosureKind;
  readonly place: string;
  /** The words found. */
  readonly words: string;
  /** The words with some of those around them. */
  readonly excerpt: string;
  /** True when it must be withheld before a release; otherwise somebody must have looked at it. */
  readonly stops: boolean;
}

/** What each kind of finding means, as the person who looks at it reads it. */
export const DISCLOSURE_WORDS: Readonly<Record<DisclosureKind, string>> = {
  name: 'Names somebody who uses this service. Withhold it.',
  'nhs-number': 'Looks like an NHS number. Withhold it.',
  'possible-name': 'May be the name of somebody who uses this service.',
  contact: 'Looks like an address, a telephone number or a postcode.',
  title: 'May name a person by title.',
  'small-number': 'Counts few people, who may be recognised.',
};

/** A detector: every match in a text, as the words found. */
export type Detector = (text: string) => readonly string[];
