/** Letters that stand on their heads, each with the letter that it is when the line is turned round again. */
const TURNED = pairs('ɐa ɔc ǝe ɟf ƃg ᵷg ɥh ᴉi ıi ɾj ʞk ןl ꞁl ɯm ɹr ʇt ʌv ʍw ʎy');
/** Letters that are others when they are turned, and show by themselves that nothing is. */
const TURNED_PLAIN = pairs('qb pd un dp bq nu');

/** What the letters are called, and what pilots call them. */
const NAMES = pairs(`
  aya ayea eha aa beeb ceec seec deed eee efff geeg aitchh haitchh eyei jayj kayk ell elll emm enn ennn emmm oho oweo peep
  queueq cueq arr arer esss teet youu veev doubleuw exx ecksx whyy wyey zedz zeez
  alphaa alfaa bravob charliec deltad echoe foxtrotf golfg hotelh indiai julietj kilok limal mikem novembern oscaro papap
  quebecq romeor sierras tangot uniformu victorv whiskeyw xrayx yankeey zuluz`);
/** What is said between letters that are sounded out. */
const SAID_BETWEEN: ReadonlySet<string> = new Set([
  'slash',
  'forward',
  'backslash',
  'stroke',
  'dash',
  'hyphen',
  'dot',
]);

/** Signs that stand for a letter among letters. */
const SIGNS = [pairs('@a $s €e !i |l ¢c £l'), pairs('@a $s €e !l |i ¢c £e')];

const MOST_SOUNDED = 16;

/** What the words may say when letters that stand on their heads are read as they are meant; empty where none does. */
export function turnedBack(said: readonly string[]): readonly (readonly string[])[] {
  if (!said.some((word) => Array.from(word).some((letter) => TURNED.has(letter)))) return [];
  const turned = said.map((word) => read(word, [TURNED, TURNED_PLAIN]));
  return [
    said.map((word) => read(word, [TURNED]).join('')),
    turned.map((letters) => letters.join('')),
    turned.map((letters) => letters.reverse().join('')).reverse(),
  ];
}

/** The word that letters spell which are given one by one or called by their names: "en ay", "n slash a", "t b c"; null where they do not. */
export function spelt(said: readonly string[]): string | null {
  if (said.length < 2 || said.length > MOST_SOUNDED) return null;
  const letters = said
    .filter((word) => !SAID_BETWEEN.has(word))
    .map((word) => (/^[a-z]$/.test(word) ? word : (NAMES.get(word) ?? null)));
  return letters.length > 1 && !letters.includes(null) ? letters.join('') : null;
}

/** The text with signs read as the letters that they stand for, in both ways where there are two; empty where there are none. */
export function withoutSigns(text: string): readonly string[] {
  if (!/[@$€!|¢£]/.test(text) || text.length > MOST_CHARACTERS) return [];
  return SIGNS.map((signs) => read(text, [signs]).join(''));
}

const MOST_CHARACTERS = 200;

function read(word: string, tables: readonly ReadonlyMap<string, string>[]): string[] {
  return Array.from(word).map((letter) => tables.find((table) => table.has(letter))?.get(letter) ?? letter);
}

function pairs(written: string): ReadonlyMap<string, string> {
  return new Map(
    written
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
  );
}
