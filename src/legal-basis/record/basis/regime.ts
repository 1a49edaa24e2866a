/**
 * Regimes of data-protection law by date (legal-basis.md §3.1). `from` and `to` are the first and last day in force;
 * null means without a bound that matters here. DPA_PART3 runs beside the others for law-enforcement processing.
 */
export const regimes = [
  { code: 'DPA1998', label: 'Data Protection Act 1998', from: null, to: '2018-05-24' },
  {
    code: 'GDPR2018',
    label: 'EU GDPR with the Data Protection Act 2018',
    from: '2018-05-25',
    to: '2020-12-31',
  },
  {
    code: 'UKGDPR',
    label: 'UK GDPR with the Data Protection Act 2018',
    from: '2021-01-01',
    to: '2026-02-04',
  },
  {
    code: 'UKGDPR_DUAA',
    label: 'UK GDPR as amended by the Data (Use and Access) Act 2025',
    from: '2026-02-05',
    to: null,
  },
  {
    code: 'DPA_PART3',
    label: 'Data Protection Act 2018 Part 3 (law enforcement)',
    from: '2018-05-25',
    to: null,
  },
] as const;

/** The code of a regime. */
export type Regime = (typeof regimes)[number]['code'];
