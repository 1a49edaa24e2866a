import type { INestApplicationContext } from '@nestjs/common';
import type { Client } from 'pg';
import { RouteBook, type Route } from '../../src/access/route-book.js';
import { columnsOf, recordedClasses, tableOf } from '../../src/platform/database/recorded.js';

const RECORDS_OF_A_KIND = 3;

/** Addresses that answer only when they are asked about a record, and how they are asked. */
const ASKED_ABOUT: ReadonlyMap<string, { readonly kind: string; readonly query: (id: string) => string }> =
  new Map([
    ['/api/v1/flows', { kind: 'Deployment', query: (id) => `?deployment=${id}` }],
    ['/api/v1/flow-records', { kind: 'Deployment', query: (id) => `?deployment=${id}` }],
    ...['/api/v1/deployments/compare', '/deployments/compare', '/deployments/compare.csv'].map(
      (path) => [path, { kind: 'Deployment', query: (id: string) => `?scheme=${id}&scheme=surrey` }] as const,
    ),
    ['/api/v1/evidence', { kind: 'Deployment', query: (id) => `?kind=deployment&id=${id}` }],
  ]);

/** Addresses of what is no record: entries of a list that comes with the code, one with every field among them. */
const ON_A_LIST: ReadonlyMap<string, readonly string[]> = new Map(
  ['/api/v1/provisions/:id', '/provisions/:id'].map((path) => [
    path,
    ['cda-s115', 'dpa-sch1-18', 'pcsca-s16'],
  ]),
);

/** A stored report, and the flow it is about. */
interface StoredReport {
  readonly id: string;
  readonly flow: string;
}

/** Every address of the application that reads, with the names of records that are there. */
export class RecordAddresses {
  private constructor(
    private readonly reading: readonly Route[],
    private readonly names: ReadonlyMap<string, readonly string[]>,
    private readonly reports: readonly StoredReport[],
  ) {}

  /** Looks up the routes of an application and the records of its database. */
  static async of(app: INestApplicationContext, superuser: Client): Promise<RecordAddresses> {
    const reading = app
      .get(RouteBook)
      .routes()
      .filter(({ method }) => method === 'GET');
    const reports = 'SELECT id, flow_id AS flow FROM data_sharing.rule_report';
    return new RecordAddresses(
      reading,
      await recordNames(superuser),
      (await superuser.query<StoredReport>(reports)).rows,
    );
  }

  /** The routes of the API that read. */
  get api(): readonly Route[] {
    return this.reading.filter(({ path }) => path.startsWith('/api/v1/'));
  }

  /** The routes of pages. */
  get pages(): readonly Route[] {
    return this.reading.filter(({ path }) => !path.startsWith('/api/'));
  }

  /** The address with the names of a few records: of the kind it is about, and of the kind whose part it is. */
  at(route: Route): readonly string[] {
    const asked = ASKED_ABOUT.get(route.path);
    if (asked !== undefined)
      return (this.names.get(asked.kind) ?? []).map((name) => route.path + asked.query(name));
    if (!route.path.includes(':')) return [route.path];
    const listed = ON_A_LIST.get(route.path);
    if (listed !== undefined) return listed.map((name) => route.path.replace(/:\w+/, name));
    if (route.path.includes('/reports/:')) return this.reports.map((report) => atReport(route.path, report));
    const whole = /^[^:]*:\w+/.exec(route.path)?.[0];
    const kinds = [route, ...this.reading.filter(({ path }) => path === whole)].map(subjectOf);
    return [...new Set(kinds)]
      .flatMap((kind) => this.names.get(kind) ?? [])
      .map((name) => route.path.replace(/:\w+/, encodeURIComponent(name)))
      .map((address) => address.replace('/editions/:key', '/editions/candour-2026-12'));
  }
}

function atReport(path: string, { id, flow }: StoredReport): string {
  return path.replace(':id', flow).replace(/:(report|first|second)/g, id);
}

function subjectOf({ requirement }: Route): string {
  return requirement.asks === 'act' ? requirement.subject.name : '';
}

/** The ids, keys and other names of a few records of each kind, as addresses name them. */
async function recordNames(superuser: Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const kind of recordedClasses()) {
    const naming = ['id', 'key', 'reference', 'code', 'ref'].filter((property) =>
      columnsOf(kind).has(property),
    );
    const { rows } = await superuser.query<Record<string, string | null>>(
      `SELECT ${naming.join(', ')} FROM ${tableOf(kind)} ORDER BY id DESC LIMIT ${String(RECORDS_OF_A_KIND)}`,
    );
    found.set(
      kind.name,
      rows.flatMap((row) => Object.values(row).filter((name) => name !== null)),
    );
  }
  return found;
}
