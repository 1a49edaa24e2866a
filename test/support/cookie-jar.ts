/** The cookies of one visitor, kept as a browser keeps them for one site. */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  /** Everything that responses said of cookies, as they said it. */
  readonly said: string[] = [];

  /** Takes in what a response sets and removes. */
  keep(headers: Headers): void {
    for (const set of headers.getSetCookie()) {
      this.said.push(set);
      const [pair = '', ...attributes] = set.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      if (!isBelieved(name, attributes)) continue;
      if (attributes.some(isPast)) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(name.length + 1));
    }
  }

  /** The header for the next request. */
  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Every cookie that is kept, with its value. */
  all(): readonly (readonly [name: string, value: string])[] {
    return [...this.cookies];
  }

  /** Sets a cookie as a test needs it. */
  set(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** Names of the cookies that are kept. */
  names(): readonly string[] {
    return [...this.cookies.keys()];
  }
}

/** A browser takes no word about a cookie with this prefix that is not said over https, for the whole site. */
function isBelieved(name: string, attributes: readonly string[]): boolean {
  return !name.startsWith('__Host-') || (attributes.includes('Secure') && attributes.includes('Path=/'));
}

function isPast(attribute: string): boolean {
  const [name = '', value = ''] = attribute.split('=', 2);
  if (name.toLowerCase() === 'max-age') return Number(value) <= 0;
  return name.toLowerCase() === 'expires' && Date.parse(value) <= Date.now();
}
