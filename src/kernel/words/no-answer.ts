import { spelt, turnedBack, withoutSigns } from './disguises.js';
import { figuresRead, isPressedAlong, lettersAlike, mixesScripts } from './look-alikes.js';
import { plainWords } from './plain-words.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words that say nothing by themselves, in any mixture: "none", "to be confirmed", "see the DPIA", "as above", "no idea". */
const FILLERS = words(
  `none no nil nothing null void na n a yes y ok okay fine nope nah nada zilch nowt
  tbc tba tbd to be confirmed announced agreed decided determined advised completed provided added done drafted follow
  follows following pending awaiting awaited later ongoing progress in draft soon due course
  see refer reference per as above below before attached enclosed elsewhere overleaf same ditto idem ibid previous previously
  the this that it is are was not non any all other others further and or of on at for with by from
  dpia dsa isa apd pia policy policies agreement protocol procedure document documents notice appendix annex annexe attachment
  record records section page website intranet link
  required needed necessary applicable relevant available known given stated recorded provided answer answered comment comments
  reason reasons information detail details text
  standard usual normal various several etc general misc miscellaneous
  do know idea clue sure unsure unknown dunno idk because just whatever obvious obviously self explanatory
  hm um er erm eh ah uh meh lol ha
  please insert here test testing example placeholder lorem ipsum dummy sample xxx applic enay ennay
  dim ddim byd nid nac nad oes yw ydyw ydw ydy n yn y yr i w o ei un fel do naddo nage ie iawn gwbl ni inni
  berthnasol perthnasol amherthnasol amh gymwys cymwys anhysbys gwag ar gael angen rheswm ateb sylw sylwadau gwybodaeth
  dw wn rwy gwybod syniad clem ddweud ychwanegu fath peth nodwyd gadarnhau benderfynu gytuno gwblhau drafod ddilyn ddod
  heb eto aros gweill arfaeth drafft mewn maes law hyn bryd gweler uchod isod polisi atodiad atodedig ynghlwm
  safonol arferol amrywiol cyffredinol`,
);

/** Words that lead elsewhere, and what they lead to. */
const LEADING = words('see refer referred cf vide per attached enclosed gweler');
const LED_TO = words(
  `letter letters email emails mail file files report reports minutes contract spreadsheet sheet folder form paper papers paperwork
  correspondence statement response reply plan log register entry body main covering cover last earlier first our my your llythyr`,
);

/** A figure after one letter is a place or a size, such as N4 and A5, but for a nought. */
const TELLING_FIGURES = /^.{3,}$|0/u;

/** For whom, where or when nothing is said: "to us", "at this time", "for our trust". */
const PREPOSITIONS = words('to for in at with from on');
const DETERMINERS = words('us me you our the this that my your');
const SURROUNDINGS = words(
  'us me you trust scheme service team organisation case time moment present stage point now',
);

/** One of these is denied or put off, for whomever that is. */
const DENIALS = words(
  'no none nil nothing not na n null nope tbc tba tbd pending awaiting unknown dim ddim nid amherthnasol',
);
/** What is read out of letters given one by one, and out of two or three signs of which one is a figure. */
const SPELT = words('no none nil nothing not na null non nope nah tbc tba tbd yes ok okay dim ddim');
/** What is left of "don't" and "doesn't". */
const CONTRACTED = /^(do|does|did|is|was|are|ca|wo)n$/;

const MOST_FILLERS = 12;

/**
 * Whether a text is written and is no answer: "None", "N/A", "TBC", "see DPIA", ".", characters nobody can see, a row of
 * the keyboard, letters that only look like these, stand on their heads or are sounded out, one letter or a few words over and
 * over; in English and in Welsh. A blank is none of these; it is blank. Whatever this cannot recognise counts as an answer that
 * nobody has checked. Total, and linear in the length of the text.
 */
export function isNoAnswer(text: string): boolean {
  if (text.trim() === '') return false;
  return [text, ...withoutSigns(text)].some((read) => sayNothing(plainWords(read)));
}

/** The same of the words of a text that is not blank. */
export function sayNothing(said: readonly string[]): boolean {
  return (
    said.length === 0 ||
    repeats(said) ||
    SPELT.has(spelt(said) ?? '') ||
    (said.length <= MOST_FILLERS && [said, ...turnedBack(said)].some((read) => isFiller(read) || leads(read)))
  );
}

/** True for a word that says nothing wherever it stands. */
export function isEmptyWord(word: string): boolean {
  return (
    FILLERS.has(word) ||
    mixesScripts(word) ||
    isPressedAlong(word) ||
    lettersAlike(word).some((folded) => FILLERS.has(folded)) ||
    (TELLING_FIGURES.test(word) && figuresRead(word).some((folded) => SPELT.has(folded))) ||
    isDrawnOut(word)
  );
}

function isFiller(said: readonly string[]): boolean {
  const whole = said.filter((word, at) => !isContracted(said, at) && !CONTRACTED.test(word));
  if (whole.length > 0 && whole.every(isEmptyWord)) return true;
  const left = withoutSurroundings(whole);
  return left.length < whole.length && left.some((word) => DENIALS.has(word)) && left.every(isEmptyWord);
}

/** The T of "don't". */
function isContracted(said: readonly string[], at: number): boolean {
  return said[at] === 't' && CONTRACTED.test(said[at - 1] ?? '');
}

/** Leads to something that is not here, and says nothing besides. */
function leads(said: readonly string[]): boolean {
  if (said.some((word) => DENIALS.has(word))) return false;
  const folded = said.map((word) => lettersAlike(word).find((alike) => LEADING.has(alike)) ?? word);
  return (
    folded.some((word) => LEADING.has(word)) && folded.every((word) => isEmptyWord(word) || LED_TO.has(word))
  );
}

/** The words without those that only say for whom, where or when: a preposition, what stands between, and one of them. */
function withoutSurroundings(said: readonly string[]): readonly string[] {
  const left: string[] = [];
  for (let at = 0; at < said.length; at += 1) {
    const [one = '', next = '', last = ''] = said.slice(at, at + 3);
    if (!PREPOSITIONS.has(one)) left.push(one);
    else if (DETERMINERS.has(next) && SURROUNDINGS.has(last)) at += 2;
    else if (SURROUNDINGS.has(next)) at += 1;
    else left.push(one);
  }
  return left;
}

/** "Nooo", "yesss", "hahaha": a word that says nothing, drawn out. */
function isDrawnOut(word: string): boolean {
  if (word.length < 4 || word.length > MOST_LETTERS) return false;
  if (/^(.{1,3})\1{2,}$/u.test(word) && !/^\p{N}+$/u.test(word)) return true;
  const short = word.replace(/(.)\1{2,}/gu, '$1');
  return short !== word && FILLERS.has(short);
}

const MOST_LETTERS = 60;

/** One letter over and over, a few letters over and over, or the same one or two words over and over. */
function repeats(said: readonly string[]): boolean {
  const letters = said.join('');
  if (/^\p{L}+$/u.test(letters) && new Set(letters).size === 1 && (letters.length > 2 || letters === 'x'))
    return true;
  if (letters.length >= 12 && /^(.{1,6}?)\1+$/u.test(letters)) return true;
  const different = new Set(said).size;
  return (said.length >= 4 && different <= 2) || (said.length >= 3 && different === 1);
}
