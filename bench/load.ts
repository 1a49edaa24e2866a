import autocannon from 'autocannon';

/** One request that is sent again and again. */
export interface Shot {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a burst of requests came to. */
export interface Burst {
  readonly perSecond: number;
  /** Milliseconds that half of the requests took at most. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time of this process for each request; the database's own are not in it. */
  readonly cpu: number;
}

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);

/** Sends a shot from some connections at once for a few seconds. @throws Error when any answer is not a success. */
export async function burst(shot: Shot, connections: number): Promise<Burst> {
  const before = process.cpuUsage();
  const result = await autocannon({ ...shot, connections, duration: SECONDS, workers: 1 });
  const { user, system } = process.cpuUsage(before);
  const answered = result['2xx'];
  if (answered === 0 || result.non2xx > 0)
    throw new Error(`${shot.url} answered ${result.non2xx} times with a refusal.`);
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    cpu: (user + system) / 1000 / answered,
  };
}

/** The middle of three bursts each, taken in turns, so that both meet the same weather. */
export async function inTurns(one: Shot, other: Shot, connections: number): Promise<readonly [Burst, Burst]> {
  const rounds: (readonly [Burst, Burst])[] = [];
  for (let round = 0; round < 3; round += 1)
    rounds.push([await burst(one, connections), await burst(other, connections)]);
  return [middle(rounds.map(([first]) => first)), middle(rounds.map(([, second]) => second))];
}

function middle(bursts: readonly Burst[]): Burst {
  const sorted = [...bursts].sort((a, b) => a.perSecond - b.perSecond);
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new Error('Nothing was measured.');
  return found;
}
