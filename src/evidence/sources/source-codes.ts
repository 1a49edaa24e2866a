/** A part of a text that names sources: a code that leads to its page, or words that lead nowhere. */
export interface SourcePart {
  readonly text: string;
  readonly href: string | null;
}

const CODE = /^(\d{1,3}|[SL]\d{1,2}b?|X\d{1,2}|SEED-[AB]|ODS)$/;

/** The code as the list of sources has it: rules write S before the numbers of the history of SIM. */
export function codeOnTheList(typed: string): string {
  const code = /^l\d+b$/i.test(typed) ? `${typed.slice(0, -1).toUpperCase()}b` : typed.toUpperCase();
  return code.replace(/^S(?=\d+$)/, '');
}

/** Where the page of a source is. */
export function pageOfSource(code: string): string {
  return `/sources/${encodeURIComponent(code)}`;
}

/** The codes that somebody typed and nothing else, as the list has them; none where there are other words. */
export function codesTyped(text: string): readonly string[] {
  const typed = text.split(/[\s,;]+/).filter((part) => part !== '');
  const codes = typed.map(codeOnTheList);
  return codes.every((code) => CODE.test(code)) ? codes : [];
}

/** A text that names where something comes from: "45 X2" leads to two sources, any other words stay words. */
export function sourceParts(text: string): readonly SourcePart[] {
  const codes = text.split(/[\s,]+/).filter((part) => part !== '');
  const areCodes = codes.length > 0 && codes.every((code) => CODE.test(code));
  return areCodes ? codes.map((code) => ({ text: code, href: pageOfSource(code) })) : [{ text, href: null }];
}
