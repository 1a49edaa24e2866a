import { Injectable } from '@nestjs/common';
import { VISITOR, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { adding, addingOnce, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { Admission } from '../admitting/admission.js';
import { parted, type ConcernAnswers } from '../questions/answers.js';
import { Concern } from '../concern.entity.js';
import { Consent } from '../consent.entity.js';
import { Envelope } from '../envelopes/envelope.entity.js';
import { SealingKeys } from '../envelopes/keys/sealing-keys.js';
import { FilingSeed } from './filing-seed.js';
import { envelopeBinding, type EnvelopePart } from '../envelopes/binding.js';
import { Receipt } from '../receipts/receipt.entity.js';
import type { ReceiptSecret } from '../receipts/receipt-secret.js';
import { ReceiptVerifier } from '../receipts/receipt-verifier.js';
import { CONSENT_EDITION } from '../consent-use.js';

/** What a person gets once their concern is filed. The secret is never stored and cannot be shown again. */
export interface FiledConcern {
  readonly id: Uuid;
  readonly reference: string;
  readonly secret: ReceiptSecret;
}

/** How a filing arrives. */
export interface Arrival {
  /** The seed of the browser's draft, which makes a second sending the same filing. */
  readonly seed?: FilingSeed;
  /** It is kept apart for a handler to look at first; the person is told nothing else than everybody. */
  readonly held?: boolean;
}

/** Takes concerns in. It seals with public keys, so that whoever holds this process alone cannot read what was filed. */
@Injectable()
export class FilingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly keys: SealingKeys,
    private readonly verifier: ReceiptVerifier,
    private readonly admission: Admission,
    private readonly clock: Clock,
  ) {}

  /**
   * Files a concern in nobody's name: whoever is signed in, a visitor files. Sent twice with the same seed it is filed
   * once, and both sendings get the same receipt.
   * @throws SentOtherwise for other answers with that seed; Unavailable when too many people file at this moment, or nobody could read it; nothing is lost then.
   */
  async file(_: Actor, answers: ConcernAnswers, arrival: Arrival = {}): Promise<FiledConcern> {
    const seed = arrival.seed ?? FilingSeed.fresh();
    const { concernId: id, receiptSecret: secret } = seed;
    const reference = await this.admission.referenceFor(seed);
    const parts = await this.partsOf(answers, seed);
    const concern = this.newConcern(answers, { id, reference, held: arrival.held === true });
    const sent = { about: null, said: answers, token: seed.sendingToken };
    await this.ledger.perform(VISITOR, addingOnce('file', Concern, concern, sent), ...parts);
    return { id, reference, secret };
  }

  /** What was filed with this seed before; null when nothing was. Only who has the seed can ask. */
  before({ concernId }: FilingSeed): Promise<{ readonly reference: string } | null> {
    return this.admission.before(concernId);
  }

  private newConcern(
    { danger }: ConcernAnswers,
    { id, reference, held }: { id: Uuid; reference: string; held: boolean },
  ): Concern {
    const day = this.clock.today();
    return made(Concern, {
      id,
      reference,
      urgent: danger === 'yes' || danger === 'not-sure',
      themes: [],
      filedOn: day,
      heldOn: held ? day : null,
      admittedOn: null,
      triagedOn: null,
      linkedOn: null,
      answeredOn: null,
      closedOn: null,
      withdrawnOn: null,
    });
  }

  private async partsOf(answers: ConcernAnswers, seed: FilingSeed): Promise<Act[]> {
    const { identity, narrative } = parted(answers);
    const [verifier, ...envelopes] = await Promise.all([
      this.verifier.verifierOf(seed.receiptSecret),
      this.envelope(seed.concernId, 'identity', JSON.stringify(identity)),
      this.envelope(seed.concernId, 'narrative', JSON.stringify(narrative)),
    ]);
    const receipt = made(Receipt, {
      id: newTimelessId(),
      concernId: seed.concernId,
      verifier,
    });
    return [
      ...envelopes.map((envelope) => adding('file', Envelope, envelope)),
      adding('file', Receipt, receipt),
      ...this.consentsOf(answers, seed.concernId).map((consent) => adding('file', Consent, consent)),
    ];
  }

  private async envelope(concernId: Uuid, part: EnvelopePart, text: string): Promise<Envelope> {
    const version = 1;
    const sealed = await this.keys.seal(part, text, envelopeBinding(concernId, part, version));
    return made(Envelope, {
      id: newTimelessId(),
      concernId,
      part,
      version,
      ...sealed,
      erasedOn: null,
    });
  }

  private consentsOf({ consents }: ConcernAnswers, concernId: Uuid): Consent[] {
    const day = this.clock.today();
    return [...new Set(consents)].map((use) =>
      made(Consent, {
        id: newTimelessId(),
        concernId,
        use,
        given: true,
        turn: 1,
        edition: CONSENT_EDITION,
        day,
      }),
    );
  }
}
