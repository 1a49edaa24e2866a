import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { scopeOf } from '../identity/actor-scope.js';
import { Clock } from '../kernel/clock.js';
import type { Uuid } from '../kernel/identifiers.js';
import { londonDay } from '../kernel/days/london-day.js';
import { ChangedMeanwhile, NotFound, SentOtherwise } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { recordedKind, type RecordedEntity } from '../platform/database/recorded.js';
import type { Act, Adding, Changing, Look, Sending } from './act.js';
import { eventOf, type Deed, type EventRow } from './event.js';
import { refusalOfDatabase } from './database-refusal.js';
import { Sendings } from './sendings.js';
import { insertEvents, insertRecords, lockRecord, tipOf, turnOf, updateRecord } from './statements.js';

/** Whether acts were done, or had been done before by the same sending. */
export type Performed = 'done' | 'repeated';

/** One act of staff that is done: what, to which record, and in which post. */
export interface Done {
  readonly kind: string;
  readonly id: Uuid;
  readonly action: string;
  readonly post: string;
}

/** Told of each act of staff after it was committed. */
export type OnDone = (done: Done) => void;

/** One transaction in somebody's scope, in which it can be looked before the acts are said. */
export interface Transaction {
  /** Reads as the transaction sees it: what was just done included. */
  readonly look: Look;
  /** Does all of these acts; the events are written when the transaction ends. */
  readonly perform: (...acts: readonly Act[]) => Promise<Performed>;
}

/**
 * The one door for writes. In one transaction, in the actor's scope: find and lock the record, ask access, apply the
 * change, save it, write its event. A refusal, a broken rule or a missing event undoes everything.
 */
@Injectable()
export class Ledger {
  private readonly listeners: OnDone[] = [];

  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly sendings: Sendings,
    private readonly clock: Clock,
  ) {}

  /** Tells the listener of every act of staff once it is committed. Of what people say in confidence nobody is told. */
  onDone(listener: OnDone): void {
    this.listeners.push(listener);
  }

  /** Does all the acts or none, in the order given, and leaves one event for each record that was added or changed. */
  async perform(actor: Actor, ...acts: readonly Act[]): Promise<Performed> {
    return this.performAll(actor, acts);
  }

  /** The same for many records, as imports need it: records of one kind that stand together are added together. */
  async performAll(actor: Actor, acts: readonly Act[]): Promise<Performed> {
    return this.decide(actor, ({ perform }) => perform(...acts));
  }

  /**
   * Looks first and then says which acts follow, all in one transaction, and returns what was decided. One act of a
   * person is one transaction: whatever depends on what is there, or on what an act led to, is decided in here.
   */
  async decide<Decided>(
    actor: Actor,
    decision: (transaction: Transaction) => Promise<Decided>,
  ): Promise<Decided> {
    const at = this.clock.now();
    const { access, sendings } = this;
    try {
      const [decided, done] = await this.database.write(scopeOf(actor), async (manager) => {
        const performing = new Performing(manager, { access, sendings }, { actor, at, day: londonDay(at) });
        const decided = await decision(performing);
        return [decided, await performing.writeEvents()] as const;
      });
      for (const one of done) for (const listener of this.listeners) listener(one);
      return decided;
    } catch (fault) {
      throw refusalOfDatabase(fault);
    }
  }
}

interface Occasion {
  readonly actor: Actor;
  readonly at: Date;
  readonly day: string;
}

class Performing implements Transaction {
  private readonly events: EventRow[] = [];
  private readonly done: Done[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly asked: { readonly access: Access; readonly sendings: Sendings },
    private readonly occasion: Occasion,
  ) {}

  readonly look: Look = ({ text, values }) => this.manager.query(text, [...(values ?? [])]);

  readonly perform = async (...acts: readonly Act[]): Promise<Performed> => {
    for (const act of acts) if (await this.isRepeated(act)) return 'repeated';
    await this.doAll(acts);
    return 'done';
  };

  /** Writes the events, and returns what of it is told. */
  async writeEvents(): Promise<readonly Done[]> {
    await insertEvents(this.manager, this.events);
    return this.done;
  }

  private async doAll(acts: readonly Act[]): Promise<void> {
    let waiting: Adding[] = [];
    for (const act of acts) {
      if (act.does === 'add' && (waiting.length === 0 || waiting[0]?.kind === act.kind)) {
        waiting.push(act);
        continue;
      }
      await this.addAll(waiting);
      waiting = [];
      if (act.does === 'add') waiting = [act];
      else if (act.does === 'change') await this.change(act);
      else if (act.does === 'check') await act.rule(this.look);
    }
    await this.addAll(waiting);
  }

  private async addAll(acts: readonly Adding[]): Promise<void> {
    const [first] = acts;
    if (!first) return;
    for (const { verb, record } of acts) {
      record.revision = 1;
      this.asked.access.require(this.occasion.actor, verb, record);
    }
    await insertRecords(
      this.manager,
      first.kind,
      acts.map(({ record }) => record),
    );
    for (const act of acts)
      this.note({ ...this.occasion, ...act, post: this.postOf(act, act.record), previous: null });
  }

  private async isRepeated(act: Act): Promise<boolean> {
    const sending = sendingIn(act);
    if (!sending) return false;
    const turn = await turnOf(this.manager, this.asked.sendings.noted(sending, this.occasion.actor));
    if (turn === 'otherwise') throw new SentOtherwise();
    return turn === 'again';
  }

  private async change(act: Changing): Promise<void> {
    const record = await lockRecord(this.manager, act.kind, act.id);
    if (!record) throw new NotFound();
    this.asked.access.require(this.occasion.actor, act.verb, record);
    if (act.expected !== null && act.expected !== record.revision) throw new ChangedMeanwhile();
    const seen = record.revision;
    const post = this.postOf(act, record);
    const before = structuredClone(Object.fromEntries(Object.entries(record)));
    await act.apply(record, this.look);
    record.revision = seen + 1;
    await updateRecord(this.manager, act.kind, record, before);
    const previous = this.previousOf(record) ?? (await tipOf(this.manager, act.kind, act.id));
    this.note({ ...this.occasion, ...act, record, post, previous });
  }

  private postOf({ verb, kind }: Adding | Changing, record: RecordedEntity): string {
    return recordedKind(kind).post ?? this.asked.access.postFor(this.occasion.actor, verb, record);
  }

  private note(deed: Deed): void {
    const event = eventOf(deed);
    this.events.push(event);
    const { subject_kind: kind, subject_id: id, action } = event;
    if (event.log === 'staff') this.done.push({ kind, id, action, post: deed.post });
  }

  private previousOf(record: RecordedEntity): string | null {
    return this.events.findLast(({ subject_id }) => subject_id === record.id)?.leaf_hash ?? null;
  }
}

function sendingIn(act: Act): Sending | null {
  if (act.does === 'send') return act;
  return act.does === 'add' ? act.sending : null;
}
