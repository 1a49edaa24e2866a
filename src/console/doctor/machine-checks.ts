import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { ENGLAND_AND_WALES } from '../../kernel/days/working-days/england-and-wales.js';
import { missingYear } from '../../kernel/days/working-days/working-day-calendar.js';
import { DiskFileStore } from '../../platform/files/disk-file-store.js';
import type { Settings } from '../../platform/settings/settings.js';
import { check, type Check } from './check.js';

const GIBIBYTE = 2 ** 30;

/** What this machine must have: a folder, room in it, mail, and the days on which nobody works. */
export async function machineChecks(settings: Settings, today: CalendarDay): Promise<Check[]> {
  return [
    { name: 'Node', well: true, note: process.version },
    { name: 'Settings', well: true, note: `${settings.mode} mode, ${settings.publicUrl}` },
    await folder(settings),
    await files(settings),
    await disk(settings),
    await mail(settings),
    bankHolidays(today),
  ];
}

function folder({ folder: path }: Settings): Promise<Check> {
  return check('Folder', async () => {
    await mkdir(path, { recursive: true });
    await access(path, constants.R_OK | constants.W_OK);
    return { well: true, note: `${path} can be written` };
  });
}

function files({ folder: path }: Settings): Promise<Check> {
  return check('Files', async () => {
    await new DiskFileStore(join(path, 'files')).tryOut();
    return { well: true, note: `can be kept in ${join(path, 'files')}` };
  });
}

function disk({ folder: path }: Settings): Promise<Check> {
  return check('Disk', async () => {
    const { bavail, bsize } = await statfs(path);
    const free = (bavail * bsize) / GIBIBYTE;
    const note = `${free.toFixed(1)} GiB free where ${path} lies`;
    return { well: free >= 1, note: free >= 1 ? note : `${note}: make room before nothing can be kept` };
  });
}

async function mail({ smtpUrl }: Settings): Promise<Check> {
  if (smtpUrl === undefined)
    return { name: 'Mail', well: true, note: 'no SMTP_URL: mail stays in the outbox' };
  return check('Mail', async () => {
    await createTransport(smtpUrl).verify();
    return { well: true, note: 'the mail server answers' };
  });
}

function bankHolidays(today: CalendarDay): Check {
  const missing = missingYear(today, ENGLAND_AND_WALES);
  const { years, edition } = ENGLAND_AND_WALES;
  const known = `known to the end of ${years.at(-1)?.year ?? 'no year'}, as of ${edition}`;
  const mend = `those of ${missing} are missing: add them to register/bank-holidays.yaml`;
  return { name: 'Bank holidays', well: missing === null, note: missing === null ? known : mend };
}
