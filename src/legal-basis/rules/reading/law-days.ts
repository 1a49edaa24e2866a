/** First day of the GDPR and the Data Protection Act 2018 (legal-basis.md §3.1). */
export const GDPR_DAY = '2018-05-25';

/** First day of the main data-protection provisions of the Data (Use and Access) Act 2025 (legal-basis.md §3.1). */
export const DUAA_DAY = '2026-02-05';

/** Last day of the Data Protection Act 1998. */
export const LAST_DAY_OF_THE_1998_ACT = '2018-05-24';

/** First day of the duty to take data-protection complaints, DPA 2018 s164A (legal-basis.md §3.1). */
export const COMPLAINTS_DAY = '2026-06-19';

/** The day by which bodies other than NHS Digital apply national data opt-outs (DCB3058). */
export const OPT_OUT_DAY = '2022-07-31';

/** First day of the limits on requests for a victim's information, Police, Crime, Sentencing and Courts Act 2022 ss44A to 44D. */
export const VICTIM_REQUEST_DAY = '2026-01-12';

/** The day of NHS England's position on SIM and similar models (sim.md §1.6). */
export const POSITION_DAY = '2023-03-10';
