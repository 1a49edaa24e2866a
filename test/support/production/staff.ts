import { timeCode } from '../../../src/identity/proofs/time-code.js';
import { askingProgram, type AskingProgram } from '../asking-program.js';
import { PUBLIC_ADDRESS } from '../https-front.js';
import type { PageReader } from '../page-reader.js';
import type { Part } from '../reviews.js';
import type { PeopleOfAReview } from '../whole-review.js';
import type { Installation } from './installation.js';

const PASSPHRASE = 'kettle orbit nine ferns';

/** Who is added on pages, by whom they are called, with the role and for whom they hold it. */
const POSTS: readonly (readonly [part: Part, role: string, organisation?: string])[] = [
  ['submitter', 'Trust submitter', 'RZZ'],
  ['guardian', 'Caldicott Guardian', 'RZZ'],
  ['officer', 'Data Protection Officer', 'RZZ'],
  ['executive', 'Executive approver', 'RZZ'],
  ['lead', 'Lead reviewer'],
  ['otherLead', 'Lead reviewer'],
  ['first', 'Reviewer'],
  ['second', 'Reviewer'],
  ['lived', 'Lived-experience reviewer'],
  ['group', 'User-led group member', 'example-voices'],
  ['handler', 'Concern handler'],
  ['auditor', 'Auditor'],
];

/** Everybody of an installation, who came to be as people do: invited, with a passphrase, a code generator and a role. */
export class Staff implements PeopleOfAReview {
  private readonly generators = new Map<string, string>();
  private readonly readers = new Map<string, PageReader>();

  constructor(private readonly installation: Installation) {}

  /** Two administrators from the console; everybody else by them, on pages, countersigned where the role is privileged. */
  async join(): Promise<void> {
    const added = await this.installation.candour(
      ...['user', 'add', '--name', 'The admin', '--email', emailOf('admin'), '--role', 'ADMIN'],
    );
    await this.joins('admin', String(added.json['joiningCode']));
    const second = await this.installation.candour(
      ...['user', 'add', '--name', 'Another admin', '--email', emailOf('another'), '--role', 'ADMIN'],
    );
    await this.joins('another', String(second.json['joiningCode']));
    await this.noted('example-voices');
    for (const [part, role, organisation] of POSTS) await this.invited(part, role, organisation);
  }

  visitor(): PageReader {
    return this.installation.visitor();
  }

  /** A window of the browser in which they are signed in already, or sign in now. */
  async reader(part: string): Promise<PageReader> {
    const reader = this.readers.get(part) ?? (await this.signedIn(part));
    this.readers.set(part, reader);
    return reader.twin();
  }

  async program(part: Part): Promise<AskingProgram> {
    const made = await this.installation.candour(
      ...['token', 'create', emailOf(part), '--name', 'a program', '--write'],
    );
    return askingProgram(PUBLIC_ADDRESS, String(made.json['token']), this.installation.ask);
  }

  today(): Date {
    return this.installation.now();
  }

  async later(days: number): Promise<void> {
    await this.installation.later(days);
    this.readers.clear();
  }

  /** One administrator records whom a user-led group named to be told, so that another can let in its first member. */
  private async noted(group: string): Promise<void> {
    const another = await (await this.reader('another')).open(`/organisations/${group}`);
    await another.follow('Who speaks for this group here');
    await another.follow('Record whom to tell');
    another.fill('Email address that the group gave', `${group}@example.org`);
    await another.fill('How did the group give it?', 'Its letter').press();
  }

  private async invited(part: Part, role: string, organisation?: string): Promise<void> {
    const admin = await this.reader('admin');
    await admin.open('/people/new');
    await admin.fill('Full name', `The ${part}`).fill('Email address', emailOf(part)).press('Add person');
    const code = admin.find('#joining-code').text();
    await admin.follow('I have passed it on');
    await admin.follow('Give a role');
    admin.select('Role', admin.find(`option:contains("${role}")`).first().text().trim());
    if (organisation !== undefined) admin.fill('Organisation', organisation);
    await admin.fill('Reason', 'Takes part in the first round.').press('Give role');
    if (admin.notice.includes('Another administrator')) {
      const another = await (await this.reader('another')).open('/people');
      await another.press(another.find('button:contains("Countersign")').text().replace(/\s+/g, ' ').trim());
    }
    await this.joins(part, code);
  }

  /** Chooses a passphrase, signs in, and sets up a code generator where the role asks for one. */
  private async joins(part: string, code: string): Promise<void> {
    const page = await this.visitor().open('/join');
    page.fill('Email address', emailOf(part)).fill('Joining code', code);
    await page.fill('New passphrase', PASSPHRASE).press('Set passphrase');
    await page.fill('Email address', emailOf(part)).fill('Passphrase', PASSPHRASE).press();
    if (page.heading === 'Set up a code generator') {
      const secret = page.find('main p code').text().replace(/\s/g, '');
      this.generators.set(part, secret);
      await page.fill('Code', timeCode(secret, this.today())).press('Set up');
      await page.follow('I have kept them');
    }
    this.readers.set(part, page);
  }

  private async signedIn(part: string): Promise<PageReader> {
    const page = await this.visitor().open('/sign-in');
    await page.fill('Email address', emailOf(part)).fill('Passphrase', PASSPHRASE).press('Continue');
    const secret = this.generators.get(part);
    if (secret !== undefined) await page.fill('Code', timeCode(secret, this.today())).press('Sign in');
    return page;
  }
}

function emailOf(part: string): string {
  return `${part.toLowerCase()}@staff.example`;
}
