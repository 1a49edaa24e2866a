import { deriveKey } from './derived-keys.js';
import type { Settings } from './settings.js';

const LOGIN = 'candour_app';

/** How the application, as against the owner of the database, signs in to PostgreSQL. */
export interface ApplicationLogin {
  readonly url: string;
  /** The password that migrations give to `candour_app`. */
  readonly password: string;
}

/** The application's login on the owner's database: the one that was set, else `candour_app` with a derived password. */
export function applicationLogin(settings: Settings, ownerUrl: string): ApplicationLogin {
  const derived = deriveKey(settings, 'database login of the application').toString('base64url');
  if (settings.databaseAppUrl === undefined) {
    const url = new URL(ownerUrl);
    url.username = LOGIN;
    url.password = derived;
    return { url: url.href, password: derived };
  }
  const { username, password } = new URL(settings.databaseAppUrl);
  const given = username === LOGIN && password !== '' ? decodeURIComponent(password) : derived;
  return { url: settings.databaseAppUrl, password: given };
}
