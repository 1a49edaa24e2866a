import { deriveKey } from './derived-keys.js';
import type { Settings } from './settings.js';

/** The address of the login that Candour makes itself on the owner's database, with a password derived from the secret. */
export function ownLogin(settings: Settings, ownerUrl: string): string {
  const password = deriveKey(settings, 'database login of the application').toString('base64url');
  return addressAs(ownerUrl, `${settings.databaseRoles}_app`, password);
}

/** The same database for another login. */
export function addressAs(address: string, login: string, password: string): string {
  const url = new URL(address);
  url.username = login;
  url.password = password;
  return url.href;
}
