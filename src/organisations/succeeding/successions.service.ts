import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, sentOnce, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { holdsWords, wordsTyped } from '../../platform/database/searching.js';
import { columns, select } from '../../platform/database/selection.js';
import { turnAt } from '../../platform/database/taking-turns.js';
import { Organisation } from '../organisation.entity.js';
import { Succession } from '../succession.entity.js';

/** What somebody says of who followed whom, and where it is said. */
export interface SaidSuccession {
  readonly id: Uuid;
  /** The key or ODS code of the organisation that was followed. */
  readonly predecessor: string;
  /** The key, ODS code or name of the organisation that took over. */
  readonly successor: string;
  readonly tookPlace: string | null;
  readonly source: string;
}

/** Records who took over from whom, so that an organisation that has closed leads to who answers for it now. */
@Injectable()
export class SuccessionsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** Records a succession with its source. @throws Unprocessable when it names nobody in the register, or leads back. */
  async record(actor: Actor, said: SaidSuccession): Promise<void> {
    this.access.require(actor, 'link', Succession);
    const { id: token, ...words } = said;
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await look(turnAt('who followed whom'));
      if ((await perform(sentOnce('link succession', { about: null, said: words, token }))) === 'repeated')
        return;
      const predecessor = await byCode(look, said.predecessor);
      if (!predecessor) throw new NotFound(`The register holds no organisation ${said.predecessor}.`);
      const successor = (await byCode(look, said.successor)) ?? (await byName(look, said.successor));
      await mustNotLeadBack(look, predecessor, successor);
      const record = made(Succession, {
        ...{ id: said.id, predecessorId: predecessor.id, successorId: successor.id },
        ...{ tookPlace: said.tookPlace, source: said.source, confidence: 'A' },
        ...{ withdrawnOn: null, withdrawnBecause: null },
      });
      await perform(adding('link', Succession, record));
    });
  }

  /** Takes back a succession that was wrong; that it was said, and why it was taken back, stays in the log. */
  async withdraw(actor: Actor, id: Uuid, reason: string): Promise<void> {
    const change = (succession: Succession): void => succession.withdraw(this.clock.today(), reason);
    await this.ledger.perform(actor, changing('unlink', Succession, id, { change, reason }));
  }
}

const NAMED = select(columns(Organisation, 'o', 'id', 'name'));
type Named = { readonly id: Uuid; readonly name: string };

async function byCode(look: Look, code: string): Promise<Named | undefined> {
  const asked = 'organisations.organisation o WHERE o.key = lower($1) OR o.ods_code = upper($1)';
  const [found] = await look(NAMED.from(asked, [code.replaceAll('\0', '').trim()]));
  return found;
}

async function byName(look: Look, name: string): Promise<Named> {
  const asked = `organisations.organisation o WHERE ${holdsWords('o.searched', '$1')}
    AND search.folded(ARRAY[o.name]) = search.folded(ARRAY[$1]) ORDER BY o.id LIMIT 2`;
  const [found, another] = await look(NAMED.from(asked, [wordsTyped(name)]));
  if (!found)
    throw fault(
      'No organisation in the register has this code or name. Look it up under Organisations first.',
    );
  if (another)
    throw fault('Several organisations have this name. Give the ODS code of the one that is meant.');
  return found;
}

async function mustNotLeadBack(look: Look, predecessor: Named, successor: Named): Promise<void> {
  if (predecessor.id === successor.id) throw fault('An organisation cannot follow itself.');
  const back = 'organisations.follower f JOIN organisations.organisation o ON o.id = f.successor_id';
  const there = await look(
    NAMED.from(`${back} WHERE f.predecessor_id = $1 AND f.successor_id = $2`, [successor.id, predecessor.id]),
  );
  if (there.length > 0)
    throw fault(
      `The register says that ${predecessor.name} followed ${successor.name}. Take that back first if it is wrong.`,
    );
  const known = await look(
    NAMED.from(
      `organisations.succession s JOIN organisations.organisation o ON o.id = s.successor_id
    WHERE s.predecessor_id = $1 AND s.successor_id = $2 AND s.withdrawn_on IS NULL`,
      [predecessor.id, successor.id],
    ),
  );
  if (known.length > 0)
    throw fault(`The register says already that ${successor.name} took over from ${predecessor.name}.`);
}

function fault(text: string): Unprocessable {
  return new Unprocessable([{ field: 'successor', text }]);
}
