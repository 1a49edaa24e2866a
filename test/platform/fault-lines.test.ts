import { SMTPServer } from 'smtp-server';
import { OPERATOR } from '../../src/identity/actor.js';
import { newId } from '../../src/kernel/identifiers.js';
import { running } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { askForJob } from '../../src/platform/jobs/job-request.js';
import { Worker } from '../../src/platform/jobs/worker.js';
import { letterTo } from '../../src/platform/mail/letter.js';
import { KeptLines } from '../support/kept-lines.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const SEARCHED = 'Ermintrude of Bexley';
const READER = 'reader@example.org';
const INCOMING = 'from-the-proxy-4711';

describe('What the log says of faults', () => {
  const lines = new KeptLines();
  let candour: RunningCandour;
  let mailServer: SMTPServer;

  beforeAll(async () => {
    mailServer = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _, done) => done(new Error(`${address} is nobody here`)),
    });
    const port = await new Promise<number>((resolve) => {
      const listening = mailServer.listen(0, '127.0.0.1', () => {
        const address = listening.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    candour = await runningCandour({
      lines,
      variables: {
        LOG_LEVEL: 'info',
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        MAIL_FROM: 'Candour <candour@example.org>',
      },
    });
    await candour.superuser.query('ALTER TABLE deployments.deployment RENAME TO put_away');
    await candour.superuser.query('ALTER TABLE concerns.draft RENAME TO put_away');
  });

  afterAll(async () => {
    await candour.close();
    await new Promise<void>((resolve) => mailServer.close(resolve));
  });

  it('is one line of JSON with the id of the request, the place in the source and nothing that was typed', async () => {
    const address = `${candour.address}/deployments?q=${encodeURIComponent(SEARCHED)}`;
    const answer = await fetch(address, { headers: { 'x-request-id': INCOMING } });
    expect(answer.status).toBe(500);
    expect(answer.headers.get('x-request-id')).toBe(INCOMING);
    const ofRequest = { requestId: INCOMING, method: 'GET', route: '/deployments' };
    const [whole] = await lines.once(({ requestId, status }) => requestId === INCOMING && status === 500);
    expect(whole).toMatchObject(ofRequest);
    const [fault] = lines.all().filter(({ about, requestId }) => about === 'Fault' && requestId === INCOMING);
    expect(fault).toMatchObject({ ...ofRequest, code: '42P01', level: 50 });
    expect(await answer.text()).toContain(String(fault?.['reference']));
    expect(JSON.stringify(fault?.['stack'])).toMatch(/src\/platform\/database\/database\.ts:\d+:\d+/);
    expect(lines.texts.join('')).not.toContain('Ermintrude');
  });

  it.each([
    ['that is long', 'a'.repeat(65)],
    ['that is short', 'abc'],
    ['with an address in it', 'reader@example.org'],
    ['with words in it', 'a reader of letters'],
    ['that goes on in another line', 'abcdefgh\\n{}'],
  ])('takes no id %s from whoever sends one', async (_, given) => {
    const answer = await fetch(`${candour.address}/health/live`, { headers: { 'x-request-id': given } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('where people file is a reference and the place in the source: no id, no address of the page', async () => {
    const before = lines.texts.length;
    const answer = await fetch(`${candour.address}/answers/begin`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'x-request-id': 'from-the-proxy-4712', ...(await formHeaders()) },
      body: form.toString(),
    });
    expect(answer.status).toBe(500);
    expect(answer.headers.get('x-request-id')).toBeNull();
    const said = lines
      .all()
      .slice(before)
      .filter(({ route }) => route !== '/sign-in');
    expect(said).toHaveLength(1);
    expect(Object.keys(said[0] ?? {}).sort()).toEqual(
      ['about', 'code', 'fault', 'hostname', 'level', 'pid', 'reference', 'stack', 'time'].sort(),
    );
    expect(lines.texts.join('')).not.toContain('4712');
  });

  const form = new URLSearchParams();

  /** The headers of a browser that has a page of this site open, whose token goes into the form. */
  async function formHeaders(): Promise<Record<string, string>> {
    const page = await fetch(`${candour.address}/sign-in`);
    form.set('_csrf', /name="_csrf" value="([^"]*)"/.exec(await page.text())?.[1] ?? '');
    return {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      cookie: page.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';', 1)[0])
        .join('; '),
    };
  }

  it('of a job names the job and its kind, with every cause and without the values in their messages', async () => {
    const task = 'count the letters';
    candour.app.get(Worker).teach(task, () => {
      const cause = new SyntaxError(`${SEARCHED} is not valid JSON`);
      delete cause.stack;
      return Promise.reject(new Error(`Nothing could be counted for ${READER}.`, { cause }));
    });
    const { id, statement } = askForJob({ task, title: task, askedBy: null, input: {} });
    await candour.app.get(Ledger).perform(OPERATOR, running(statement));
    const [fault] = await lines.once(({ job }) => job === id);
    expect(fault).toMatchObject({
      about: 'Job',
      kind: task,
      job: id,
      attempt: 1,
      fault: 'Error: Nothing could be counted for …',
      causes: [{ fault: 'SyntaxError', stack: [] }],
    });
    expect(JSON.stringify(fault?.['stack'])).toMatch(/test\/platform\/fault-lines\.test\.ts:\d+:\d+/);
  });

  it('of a chore that nobody asked for names it too: mail that the server refuses, without the address', async () => {
    const personId = newId();
    await candour.superuser.query("SET session_replication_role = 'replica'");
    await candour.superuser.query(
      `INSERT INTO identity.person (id, revision, name, email, fictional) VALUES ($1, 1, 'A reader', $2, true)`,
      [personId, READER],
    );
    await candour.app
      .get(Ledger)
      .perform(OPERATOR, running(letterTo(personId, 'Something waits for you', 'Sign in to read it.')));
    const [fault] = await lines.once(({ kind }) => kind === 'send-mail');
    expect(fault).toMatchObject({ about: 'Job', kind: 'send-mail', attempt: 1, code: 'EENVELOPE' });
    expect(fault?.['stack']).not.toEqual([]);
    expect(lines.texts.join('')).not.toContain('reader@');
  });
});
