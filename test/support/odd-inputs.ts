/** One odd thing that somebody types, pastes or sends: the values of one field, none for a field that is left out. */
export interface OddInput {
  readonly what: string;
  readonly values: readonly string[];
}

const TYPED: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: ' \t \u00a0 ',
  'only line ends': '\r\n\r\n',
  'a hundred thousand characters': 'x'.repeat(100_000),
  'five thousand emoji': '😀'.repeat(5000),
  'a family of emoji': '👩🏽‍⚕️ 👨‍👩‍👧‍👦 🇬🇧',
  'right to left': 'مرحبا بالعالم',
  'an override of the direction': '\u202eegassem a\u202c',
  NUL: 'before\u0000after',
  'NUL alone': '\u0000',
  'an escape character': '\u001b[31mred\u001b[0m',
  'a lone high surrogate': 'a\ud800b',
  'a lone low surrogate': '\udc00',
  'a byte order mark': '\ufeffmarked',
  'zero width': 'a\u200bb\u200dc\u2060d',
  'combining marks': `Z${'\u0301\u0327'.repeat(60)}`,
  'line and paragraph separators': 'one\u2028two\u2029three',
  'three sorts of line ends': 'one\r\ntwo\rthree\nfour',
  'a leading line end': '\nindented\n',
  'leading blanks': '   indented\n\ttabbed',
  SQL: "'; DROP TABLE identity.person; --",
  'more SQL': "1' OR '1'='1' UNION SELECT NULL,NULL --",
  'a template': '{{ 7 * 7 }} {% include "x" %} ${7*7} <%= 7*7 %> #{7*7}',
  'markup that runs': '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'markup that closes': '"></textarea></form><h1>Other</h1>',
  entities: '&amp; &lt; &#0; &nbsp;',
  'a formula': '=HYPERLINK("https://example.invalid")',
  'other formulas': '+1+1\n-1+1\n@SUM(A1)',
  'a path': '../../../../etc/passwd',
  'a header': 'a\r\nSet-Cookie: candour=1',
  'a link that runs': 'javascript:alert(1)',
  JSON: '{"$ne": null, "__proto__": {"admin": true}}',
  'a word for nothing': 'null',
  'not a number': 'NaN',
  'a huge number': '9'.repeat(400),
  'a negative number': '-1',
  'a number with an exponent': '1e309',
  'a day that is not': '31',
  'an old date': '0000-00-00',
  'percent signs': '%00%ff%zz%',
  'an id that nobody has': '00000000-0000-4000-8000-000000000000',
};

/** What people and their programs send that nobody expects, for every field of every form. */
export const ODD_INPUTS: readonly OddInput[] = [
  ...Object.entries(TYPED).map(([what, text]) => ({ what, values: [text] })),
  { what: 'nothing at all', values: [] },
  { what: 'the same twice', values: ['one', 'two'] },
];
