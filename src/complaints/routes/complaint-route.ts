import type { ConsentUse } from '../../concerns/consent-use.js';

/** Where something can be passed on to. Bodies come and go, so each stands with the days from and until which it holds. */
export interface ComplaintRoute {
  readonly label: string;
  readonly when: string;
  readonly limit: string;
  /** The use the person must have agreed to before anything about them goes there. */
  readonly needs: ConsentUse;
  readonly from: string | null;
  readonly until: string | null;
  /** A: seen in a source. B: general knowledge, shown as “reference being checked”. */
  readonly confidence: 'A' | 'B';
}

/** The day on which the routes below were last looked at. */
export const ROUTES_AS_AT = '2026-11-22';

/** The routes (domain/complaints-guidelines-access §1.6). */
export const COMPLAINT_ROUTES = {
  trust: {
    label: 'The trust: complaints manager or PALS',
    when: 'At any time about an NHS service. It comes before the ombudsman.',
    limit:
      '12 months from what happened, or from learning of it; later with good reason (SI 2009/309 reg 12)',
    needs: 'trust-name',
    from: '2009-04-01',
    until: null,
    confidence: 'A',
  },
  commissioner: {
    label: 'The integrated care board that pays for the service',
    when: 'Instead of the trust.',
    limit: 'As for the trust',
    needs: 'trust-name',
    from: '2022-07-01',
    until: null,
    confidence: 'B',
  },
  phso: {
    label: 'Parliamentary and Health Service Ombudsman (PHSO)',
    when: 'After the trust has answered, or where it has run out of road.',
    limit: 'Normally 1 year from knowing',
    needs: 'trust-name',
    from: null,
    until: null,
    confidence: 'B',
  },
  cqc: {
    label: 'Care Quality Commission (CQC)',
    when: 'At any time. It uses what it is told; it does not usually look into single complaints.',
    limit: 'None',
    needs: 'cqc',
    from: '2009-04-01',
    until: null,
    confidence: 'A',
  },
  controller: {
    label: 'Whoever decided how the information was used',
    when: 'First, about the use of information. Since 19 June 2026 it must acknowledge within 30 days.',
    limit: 'None',
    needs: 'trust-name',
    from: '2026-06-19',
    until: null,
    confidence: 'A',
  },
  ico: {
    label: 'Information Commissioner’s Office (ICO)',
    when: 'After raising it with whoever decided how the information was used.',
    limit: 'About 3 months from the last contact',
    needs: 'ico',
    from: null,
    until: null,
    confidence: 'A',
  },
  police: {
    label: 'The police force, or the Independent Office for Police Conduct (IOPC)',
    when: 'About a crime or an officer. The person’s choice, never automatic.',
    limit: 'Force rules',
    needs: 'police',
    from: null,
    until: null,
    confidence: 'B',
  },
  'local-authority': {
    label: 'The local authority’s safeguarding team',
    when: 'At once, when an adult with care needs is at risk and cannot protect themselves.',
    limit: 'At once',
    needs: 'trust-name',
    from: '2015-04-01',
    until: null,
    confidence: 'B',
  },
  'professional-regulator': {
    label: 'A professional regulator (GMC, NMC, HCPC, Social Work England)',
    when: 'About whether a professional is fit to practise.',
    limit: 'Each has its own',
    needs: 'trust-name',
    from: null,
    until: null,
    confidence: 'A',
  },
} as const satisfies Record<string, ComplaintRoute>;

/** The code of a route. */
export type ComplaintRouteCode = keyof typeof COMPLAINT_ROUTES;

/** Every route, in the order people meet them. */
export const COMPLAINT_ROUTE_CODES = Object.keys(COMPLAINT_ROUTES).filter(isComplaintRoute);

/** True when the text is the code of a route. */
function isComplaintRoute(text: string): text is ComplaintRouteCode {
  return Object.hasOwn(COMPLAINT_ROUTES, text);
}

/** True when the route can be used on this day. */
export function isOpenOn({ from, until }: Pick<ComplaintRoute, 'from' | 'until'>, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}
