import { applicationLogin } from './application-login.js';
import { readSettings } from './read-settings.js';

const owner = 'postgresql://owner:hidden@db.example.org:5433/candour?sslmode=require';
const secret = { CANDOUR_SECRET: 'a secret that is made of enough characters' };

describe("The application's login", () => {
  it('is candour_app on the same database, with a password that follows from the secret', () => {
    const { url, password } = applicationLogin(readSettings({ ...secret, DATABASE_URL: owner }), owner);
    expect(url).toBe(`postgresql://candour_app:${password}@db.example.org:5433/candour?sslmode=require`);
    expect(password).toMatch(/^[\w-]{43}$/);
  });

  it('is the one that was set, and migrations then give it the password in it', () => {
    const app = 'postgresql://candour_app:p%40ss@pooler:6432/candour';
    const settings = readSettings({ ...secret, DATABASE_URL: owner, DATABASE_APP_URL: app });
    expect(applicationLogin(settings, owner)).toEqual({ url: app, password: 'p@ss' });
  });
});
