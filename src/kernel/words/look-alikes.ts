/** What letters of other scripts, and small capitals, look like, written as pairs: the letter, then what it is read as. */
const LOWER = alike(
  `аa вb гr ґr еe кk мm нh оo рp сc тt уy үy хx ѕs іi јj һh ԁd ԛq ԝw ѵv пn шw ӏl ғf ьb
  αa βb γy δd εe ζz ηn ιi κk μu νv οo πn ρp σo ςc τt υu χx ωw ϲc ϳj ϝf
  օo ոn սu հh զq ցg յj լl աw
  ıi ȷj ɑa ɡg ɩi ɪi ʀr ʏy ᴀa ʙb ᴄc ᴅd ᴇe ɢg ʜh ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꜱs ᴛt ᴜu ᴠv ᴡw ᴢz
  øo łl đd ħh ŧt əe ɛe ɵo ƨs`,
);
/** What their capitals look like, by the small letter that stands for them. */
const CAPITALS = alike(
  `νn ηh υy μm ρp ζz γr вb нh ҽe
  ꭰd ꭱr ꭲt ꭵi ꭺa ꭼe ꮃw ꮇm ꮋh ꮐg ꮓz ꮪs ꮩv ꮮl ꮯc ꮲp ꮶk ᏼb ꮎo`,
);
const DIGITS = alike('0o 1i 3e 4a 5s 7t 8b');
const OTHER_ONE = alike('1l');

const ASCII = /^[\0-\x7f]*$/;
const SHORTEST = 4;

/**
 * The words that a word looks like, itself left out: with letters of other scripts read as the Latin ones that they look
 * like, small and capital, and with figures among letters read as letters ("n0ne"). Empty where it looks like no other word.
 */
export function lettersAlike(word: string): readonly string[] {
  const isPlain = ASCII.test(word);
  const hasDigits = word.length >= SHORTEST && mixesFigures(word);
  if (isPlain && !hasDigits) return [];
  const small = folded(word, [LOWER]);
  const capital = folded(word, [CAPITALS, LOWER]);
  const both = isPlain ? [word] : [small, capital];
  const figures = hasDigits ? both.flatMap(figuresRead) : [];
  return [...new Set([...both, ...figures])].filter((one) => one !== word);
}

/** A word of letters and figures with the figures read as letters, in both ways where there are two; empty for any other. */
export function figuresRead(word: string): readonly string[] {
  return mixesFigures(word) ? [folded(word, [DIGITS]), folded(word, [OTHER_ONE, DIGITS])] : [];
}

function mixesFigures(word: string): boolean {
  return /\d/.test(word) && /\D/.test(word);
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** True for a word with letters of several scripts whose letters look alike; nobody writes one who wants to be read. */
export function mixesScripts(word: string): boolean {
  return !ASCII.test(word) && SCRIPTS.filter((script) => script.test(word)).length > 1;
}

/** Keys that lie beside each other, in the order of keyboards and of the alphabet. */
const ROWS = [
  ...['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn', 'qwertzuiop', 'yxcvbnm'],
  ...['abcdefghijklmnopqrstuvwxyz', 'qaz', 'wsx', 'edc', 'rfv', 'tgb', 'yhn', 'ujm'],
];
const WAYS = ROWS.flatMap((row) => [row, Array.from(row).reverse().join('')]);
const SHORTEST_RUN = 3;
const SHORTEST_PRESSED = 4;
const MOST_PRESSED = 200;

/**
 * True for a word that is nothing but keys pressed along a row, one way or the other: "asdf", "qwertyuiop", "lkjhgfdsa",
 * "asdfjkl". Three such letters may be an abbreviation, such as ASD.
 */
export function isPressedAlong(word: string): boolean {
  const letters = word.replace(/\d+$/, '').replace(/(.)\1+/gu, '$1');
  if (letters.length < SHORTEST_PRESSED || letters.length > MOST_PRESSED || !/^[a-z]+$/.test(letters))
    return false;
  const reached = new Set([0]);
  for (const from of reached) {
    const longest = Math.max(...WAYS.map((row) => runAlong(row, letters, from)));
    for (let run = SHORTEST_RUN; run <= longest; run += 1) reached.add(from + run);
  }
  return reached.has(letters.length);
}

/** How many letters from here follow this row. */
function runAlong(row: string, letters: string, from: number): number {
  const start = row.indexOf(letters[from] ?? '.');
  let run = 0;
  while (start >= 0 && start + run < row.length && row[start + run] === letters[from + run]) run += 1;
  return run;
}

function alike(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
  );
}

function folded(word: string, tables: readonly ReadonlyMap<string, string>[]): string {
  return Array.from(word)
    .map((letter) => tables.find((table) => table.has(letter))?.get(letter) ?? letter)
    .join('');
}
