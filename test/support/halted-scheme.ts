import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { LifeCycleService } from '../../src/deployments/life-cycle/life-cycle.service.js';
import { DemoClock } from '../../src/demo-world/demo-clock.js';
import { VISITOR, type Actor } from '../../src/identity/actor.js';
import { scopeOf } from '../../src/identity/actor-scope.js';
import { newTimelessId, type Uuid } from '../../src/kernel/identifiers.js';
import { Database } from '../../src/platform/database/database.js';
import { newScheme, publishedScheme, registered, somebody } from './deployments.js';
import { anOrganisation } from './organisations.js';
import { runningCandour, type RunningCandour } from './running-candour.js';

/** How a Candour is started. */
type Beginning = NonNullable<Parameters<typeof runningCandour>[0]>;

/** What the API answers a program. */
export interface Sent {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A running Candour in which a trust ordered its scheme to halt from 10 June 2026; it begins on 1 June. */
export class HaltedScheme {
  private constructor(
    readonly world: RunningCandour,
    readonly clock: DemoClock,
    readonly trustId: Uuid,
    readonly scheme: { readonly id: Uuid; readonly key: string },
    readonly haltId: Uuid,
  ) {}

  /** Starts one. */
  static async running(beside: Pick<Beginning, 'lines' | 'variables'> = {}): Promise<HaltedScheme> {
    const clock = new DemoClock();
    const world = await runningCandour({ ...beside, clock });
    const trust = anOrganisation({ name: 'Trust of Quiet Lane' });
    await registered(world.app, trust);
    const submitter = somebody('TRUST_SUBMITTER', trust.id);
    const given = newScheme(trust.id, { title: 'Quiet Lane team', state: 'LIVE', stateAt: '2022-05' });
    const id = await publishedScheme(world.app, submitter, given);
    await world.app.get(LifeCycleService).step(submitter, id, {
      ...{ to: 'HALT_ORDERED', happened: '2026-06-01', reason: 'The position of 10 March 2023.' },
      answers: { orderedBy: 'Medical director', orderedOn: '2026-06-01', effectiveOn: '2026-06-10' },
    });
    const detail = await world.app.get(DeploymentsQueries).one(VISITOR, id);
    const scheme = { id, key: detail?.key ?? '' };
    return new HaltedScheme(world, clock, trust.id, scheme, detail?.halts[0]?.id ?? '');
  }

  /** The page of the halt's questions. */
  get questions(): string {
    return `/deployments/${this.scheme.key}/halts/${this.haltId}/questions`;
  }

  /** Somebody's program posts to the API; nobody's without a token. */
  async post(path: string, body: object, token?: string): Promise<Sent> {
    return this.call(path, { method: 'POST', body: JSON.stringify(body) }, token);
  }

  /** Somebody's program reads from the API. */
  async get(path: string, token?: string): Promise<Sent> {
    return this.call(path, {}, token);
  }

  /** Somebody without an account asks, by program. */
  async ask(question: string, once: Uuid = newTimelessId()): Promise<Sent> {
    return this.post(`public-questions/about/${this.haltId}`, { question, once });
  }

  /** What somebody's receipt opens. */
  async became({ body: { reference, secret } }: Sent): Promise<Record<string, unknown>> {
    return (await this.post('public-questions/receipt', { reference, secret })).body;
  }

  /** The id of the question with these words, as nobody outside can know it before it was put up. */
  async idOf(words: string): Promise<Uuid> {
    const { rows } = await this.world.superuser.query<{ id: Uuid }>(
      'SELECT id FROM public_questions.question WHERE words = $1',
      [words],
    );
    return rows[0]?.id ?? '';
  }

  /** Lets somebody outside the trust have ordered the halt, behind the scenes. */
  async orderedBy(order: {
    readonly outside: 'COMMISSIONER' | 'REVIEWER';
    readonly organisationId?: Uuid;
    readonly reviewId?: Uuid;
  }): Promise<void> {
    await this.arranged(
      'UPDATE deployments.halt SET outside = $2, organisation_id = $3, review_id = $4 WHERE id = $1',
      [...[this.haltId, order.outside, order.organisationId ?? null, order.reviewId ?? null]],
    );
  }

  /** Lets a step about the halt have been taken, behind the scenes. */
  async step(
    kind: 'checked' | 'lifted',
    side: 'TRUST' | 'REVIEWER',
    finding: string | null = null,
  ): Promise<void> {
    await this.arranged(
      `INSERT INTO deployments.halt_step (id, revision, halt_id, deployment_id, outside, seq, kind, side, post, happened_on, text, finding, taken_by, taken_on)
       SELECT gen_random_uuid(), 1, $1, $2, (SELECT outside FROM deployments.halt WHERE id = $1), 1 + count(*), $3, $4, 'Somebody', '2026-06-11', 'Seen.', $5, gen_random_uuid(), '2026-06-11'
       FROM deployments.halt_step WHERE halt_id = $1`,
      [this.haltId, this.scheme.id, kind, side, finding],
    );
  }

  /** Does what nobody may, so that a test can begin behind it. */
  async arranged(text: string, values: readonly unknown[]): Promise<void> {
    const { superuser } = this.world;
    await superuser.query("SET session_replication_role = 'replica'");
    await superuser.query(text, [...values]);
    await superuser.query("SET session_replication_role = 'origin'");
  }

  /** What PostgreSQL answers the application's role in the name of this person: why it refuses, or how many rows there were. */
  async sql(actor: Actor, text: string): Promise<string> {
    try {
      const result: unknown = await this.world.app
        .get(Database)
        .write(scopeOf(actor), (manager) => manager.query(text));
      const [rows, changed] = Array.isArray(result) ? (result as unknown[]) : [];
      const found = typeof changed === 'number' ? changed : Array.isArray(result) ? result.length : rows;
      return `${String(found)} rows`;
    } catch (fault) {
      return fault instanceof Error ? fault.message : String(fault);
    }
  }

  private async call(path: string, init: RequestInit, token?: string): Promise<Sent> {
    const answer = await fetch(`${this.world.address}/api/v1/${path}`, {
      ...init,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }
}
