/** Article 6(1) bases (legal-basis.md §3.3). `from`: the first day on which a UK controller could rely on it. */
export const article6Bases = [
  { code: '6_1_a', label: '6(1)(a) consent', from: '2018-05-25' },
  { code: '6_1_b', label: '6(1)(b) contract', from: '2018-05-25' },
  { code: '6_1_c', label: '6(1)(c) legal obligation', from: '2018-05-25' },
  { code: '6_1_d', label: '6(1)(d) vital interests', from: '2018-05-25' },
  { code: '6_1_e', label: '6(1)(e) public task', from: '2018-05-25' },
  { code: '6_1_ea', label: '6(1)(ea) recognised legitimate interest', from: '2026-02-05' },
  { code: '6_1_f', label: '6(1)(f) legitimate interests', from: '2018-05-25' },
] as const;

/** The code of an Article 6 basis. */
export type Article6 = (typeof article6Bases)[number]['code'];

/** Conditions of Annex 1 for a recognised legitimate interest (legal-basis.md §3.3, source L6). */
export const annex1Conditions = [
  { code: 'ANNEX1_1', label: '1 Disclosure to a body that asks for it for its public task' },
  { code: 'ANNEX1_2', label: '2 National security, public security or defence' },
  { code: 'ANNEX1_3', label: '3 Emergency' },
  { code: 'ANNEX1_5', label: '5 Crime' },
  { code: 'ANNEX1_6', label: '6 Safeguarding a vulnerable individual' },
] as const;
