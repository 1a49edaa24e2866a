/** Article 9(2) conditions (legal-basis.md §3.4). `schedule1` names the Schedule 1 paragraphs that it needs, if any. */
export const article9Conditions = [
  { code: '9_2_a', label: '9(2)(a) explicit consent', schedule1: null },
  { code: '9_2_b', label: '9(2)(b) employment, social security, social protection', schedule1: /^P1\.1$/ },
  { code: '9_2_c', label: '9(2)(c) vital interests', schedule1: null },
  { code: '9_2_d', label: '9(2)(d) not-for-profit body', schedule1: null },
  { code: '9_2_e', label: '9(2)(e) manifestly made public', schedule1: null },
  { code: '9_2_f', label: '9(2)(f) legal claims', schedule1: null },
  { code: '9_2_g', label: '9(2)(g) substantial public interest', schedule1: /^P2\.(?:[6-9]|1\d|2[0-8])$/ },
  { code: '9_2_h', label: '9(2)(h) health or social care', schedule1: /^P1\.2$/ },
  { code: '9_2_i', label: '9(2)(i) public health', schedule1: /^P1\.3$/ },
  { code: '9_2_j', label: '9(2)(j) archiving, research, statistics', schedule1: /^P1\.4$/ },
] as const;

/** The code of an Article 9 condition. */
export type Article9 = (typeof article9Conditions)[number]['code'];
