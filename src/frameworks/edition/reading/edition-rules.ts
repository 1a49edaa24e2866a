/** What the file of an edition is held to, each rule by its name with what it demands. */
export const EDITION_RULES = {
  readable: 'The file is text in UTF-8 and is written in its format.',
  shape:
    'Every part is there and has the form that the format gives it; no text has more than 32,000 characters.',
  'names-lead-somewhere': 'Whatever a part names is in the edition.',
  'names-stand-once': 'No two things of one sort have the same name.',
  'days-in-order': 'No period ends before it begins.',
  'parts-form-a-tree': 'Nothing is a part of itself, however far around.',
  'method-is-computed': 'The limits and the rating are those that Candour computes.',
} as const;

/** The name of a rule that the file of an edition can break. */
export type EditionRule = keyof typeof EDITION_RULES;
