import { SMTPServer } from 'smtp-server';
import { text } from 'node:stream/consumers';
import { OPERATOR } from '../../src/identity/actor.js';
import { running } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { letterTo } from '../../src/platform/mail/letter.js';
import { newId } from '../../src/kernel/identifiers.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

describe('Mail', () => {
  let candour: RunningCandour;
  let server: SMTPServer;
  const arrived: string[] = [];

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _, done) => {
        text(stream).then(
          (letter) => {
            arrived.push(letter);
            done();
          },
          () => done(new Error('The letter could not be read.')),
        );
      },
    });
    const port = await new Promise<number>((resolve) => {
      const listening = server.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    candour = await runningCandour({
      variables: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Candour <candour@example.org>' },
    });
  });

  afterAll(async () => {
    await candour.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('that an act wrote reaches the person through a real mail server, and the outbox says so', async () => {
    const personId = newId();
    await candour.superuser.query("SET session_replication_role = 'replica'");
    await candour.superuser.query(
      `INSERT INTO identity.person (id, revision, name, email, fictional) VALUES ($1, 1, 'A reader', 'reader@example.org', true)`,
      [personId],
    );
    const ledger = candour.app.get(Ledger);
    await ledger.perform(
      OPERATOR,
      running(letterTo(personId, 'Something waits for you', 'Sign in to read it.')),
    );
    for (let waited = 0; waited < 100 && arrived.length === 0; waited += 1)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect(arrived).toHaveLength(1);
    expect(arrived[0]).toContain('To: reader@example.org');
    expect(arrived[0]).toContain('Subject: Something waits for you');
    const { rows } = await candour.superuser.query<{ sent: boolean }>(
      'SELECT sent_at IS NOT NULL AS sent FROM work.mail',
    );
    expect(rows).toEqual([{ sent: true }]);
  });
});
