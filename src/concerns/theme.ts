/** What a concern may be about (domain/sim.md §4.7), with the words in which a person is asked. */
export const THEMES = {
  POLICE_IN_CARE: 'A police officer took part in my care, or came to appointments or to my home',
  PLAN_WITHHELD_CARE: 'Care was refused or held back because of a plan',
  SANCTION_OR_THREAT: 'I was threatened with, or given, a warning, a court order or a charge',
  DATA_SHARED_WITHOUT_TELLING: 'Information about me was shared without telling me',
  REFUSED_OBJECTION: 'I said no, and it went on',
  DISCRIMINATORY_LANGUAGE: 'The words used about me or the way I was treated were discriminatory',
  NO_INVOLVEMENT: 'I was not involved in my plan, or never saw it',
  MISUSE_OF_DATA: 'Information about me was wrong, or used for something else',
  HARM_OR_DEATH: 'Somebody came to harm or died',
  RENAMED_SCHEME: 'The scheme goes on under another name',
  RETALIATION: 'Things got worse after I spoke up',
  COMPLAINT_HANDLING: 'A complaint was not answered properly',
  FOI_TRANSPARENCY: 'Questions about the scheme were not answered',
  OTHER: 'Something else',
} as const satisfies Record<string, string>;

/** The code of a theme. */
export type Theme = keyof typeof THEMES;

/** Every theme code, in the order people meet them. */
export const THEME_CODES = Object.keys(THEMES).filter(isTheme);

/** True when the text is the code of a theme. */
function isTheme(text: string): text is Theme {
  return Object.hasOwn(THEMES, text);
}

/** Themes as people read them. */
export function themesInWords(themes: readonly string[]): readonly string[] {
  return themes.map((theme) => (isTheme(theme) ? THEMES[theme] : theme));
}
