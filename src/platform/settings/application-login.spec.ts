import { ownLogin } from './application-login.js';
import { readSettings } from './read-settings.js';

const owner = 'postgresql://owner:hidden@db.example.org:5433/candour?sslmode=require';
const secret = { CANDOUR_SECRET: 'a secret that is made of enough characters' };

describe('The login that Candour makes itself', () => {
  it('is candour_app on the same database, with a password that follows from the secret', () => {
    expect(ownLogin(readSettings(secret), owner)).toMatch(
      /^postgresql:\/\/candour_app:[\w-]{43}@db\.example\.org:5433\/candour\?sslmode=require$/,
    );
  });

  it('begins with the word that the roles of this Candour begin with', () => {
    const settings = readSettings({ ...secret, DATABASE_ROLES: 'second' });
    expect(new URL(ownLogin(settings, owner)).username).toBe('second_app');
  });
});
