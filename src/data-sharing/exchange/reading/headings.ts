/** The headings of the spreadsheet, in order. Flow, list, item, field and answer are read back; the others help the reader. */
export const HEADINGS = {
  flow: 'flow',
  section: 'section',
  list: 'list',
  item: 'item',
  question: 'question',
  field: 'field',
  allowed: 'allowed answers',
  answer: 'answer',
} as const;
