/** A provision that permits or encourages sharing and does not require it (legal-basis.md §3.7, R-A6-07). */
interface PermissiveProvision {
  readonly name: string;
  readonly act: string;
  readonly sections: string;
}

/** The provisions that are often cited as a duty to share and are none. References being checked. */
const permissiveProvisions: readonly PermissiveProvision[] = [
  {
    name: 'Crime and Disorder Act 1998 s115 (a power) and s17 (a general duty)',
    act: '(?:crime (?:and|&) disorder act|cda)(?: 1998)?',
    sections: '(?:115|17)',
  },
  { name: 'Care Act 2014 s6 (a general duty to co-operate)', act: 'care act(?: 2014)?', sections: '6' },
  {
    name: 'National Health Service Act 2006 s82 (a general duty to co-operate)',
    act: '(?:national health service|nhs) act(?: 2006)?',
    sections: '82',
  },
];

const SECTION = '(?:ss?|sections?) ?';
const SUBSECTIONS = /(\d)\s*(?:\([0-9a-z]{1,3}\)\s*)+/g;
const GENERAL_WORDS =
  /\b(?:uk|eu|the|a|an|of|in|under|and|or|with|on|our|gdpr|general data protection regulation|data protection (?:act|law|legislation)|dpa|2018|2016|1998|articles?|arts?|6|9|1|2|[a-j]|ea|public|interest|interests|task|official|authority|lawful|legal|basis|processing|necessary|substantial|wider|common|law|ss?\d*|sections?|schedules?|sch|para(?:graph)?s?|for|to|by|as|is|performance|carried|out|exercise|vested|controller|purposes?)\b/g;
const CARE_WORDS =
  /\b(?:health|social|care|provision|special|category|categories|conditions?|safeguarding|individuals?|risk|at)\b/gi;

/** Whether a text names no law beyond data-protection law and "the public interest". */
export function citesOnlyGeneralities(text: string): boolean {
  return leftOver(text, GENERAL_WORDS).length < 3;
}

/** Whether a text cites provisions that permit or encourage sharing, and no other law. */
export function citesOnlyPermissions(text: string): boolean {
  const plain = wordsOf(text.toLowerCase().replace(SUBSECTIONS, '$1 '));
  const rest = permissiveProvisions.reduce((left, provision) => withoutProvision(left, provision), plain);
  return rest !== plain && !/\d|\b(?:act|regulations?|order|rules?|code)\b/.test(rest);
}

/** Whether a text rests confidentiality on Articles 6 and 9 alone, which answer a different question. */
export function citesOnlyDataProtection(text: string): boolean {
  const namesIt = /\b(?:gdpr|article|art|data protection|dpa)\b|\b[69]\(\d\)/i.test(text);
  return namesIt && citesOnlyGeneralities(text.replace(CARE_WORDS, ' '));
}

function withoutProvision(text: string, { act, sections }: PermissiveProvision): string {
  const list = `${sections}(?:(?: |and|&)+(?:${SECTION})?${sections})*\\b`;
  return text
    .replace(new RegExp(`\\b${act} ?${SECTION}${list}`, 'g'), ' ')
    .replace(new RegExp(`\\b${SECTION}${list}(?: of| under)?(?: the)? ${act}`, 'g'), ' ');
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}&]+/gu, ' ').trim();
}

function leftOver(text: string, words: RegExp): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(words, ' ')
    .replace(/[\s\d]+/g, '');
}
