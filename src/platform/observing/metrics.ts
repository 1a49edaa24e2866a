import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { StartFault } from '../start-fault.js';
import type { Observer, SeenJob, SeenRequest } from './observer.js';

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const JOB_SECONDS = [0.1, 1, 10, 60, 600];
const NANOSECONDS = 1e9;

/**
 * Metrics for Prometheus, at an address of their own where nothing else is. No label holds an id or an address. The processor time of the
 * process is not among them: deriving the key of a receipt is the dearest thing it does, so that somebody who reads it
 * every few seconds could see when people file.
 */
export class Metrics implements Observer {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'candour_request_seconds',
    help: 'How long requests took, by method, pattern of the route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly jobs = new Histogram({
    name: 'candour_job_seconds',
    help: 'How long jobs took, by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    buckets: JOB_SECONDS,
    registers: [this.registry],
  });
  private readonly faults = new Counter({
    name: 'candour_faults_total',
    help: 'Requests and jobs that ended with a fault on our side.',
    labelNames: ['of'],
    registers: [this.registry],
  });
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private readonly server: Server;

  private constructor(faultsNow: () => Promise<readonly string[]>) {
    this.describeProcess(faultsNow);
    this.delay.enable();
    this.server = createServer(({ method }, response) => {
      void (method === 'GET' ? this.answer(response) : response.writeHead(405).end());
    });
  }

  /** Listens at this address. @throws StartFault when it is taken or may not be used. */
  static async at(
    { host, port }: { readonly host: string; readonly port: number },
    faultsNow: () => Promise<readonly string[]>,
  ): Promise<Metrics> {
    const metrics = new Metrics(faultsNow);
    metrics.server.listen(port, host);
    await once(metrics.server, 'listening').catch((fault: unknown) => {
      const why = fault instanceof Error ? fault.message : 'it may not be used';
      throw new StartFault(`Metrics cannot be read at METRICS_LISTEN: ${why}. Set it to another address.`);
    });
    return metrics;
  }

  request({ method, route, status, seconds }: SeenRequest): void {
    this.requests.observe({ method, route, status }, seconds);
    if (status === 500) this.faults.inc({ of: 'request' });
  }

  job({ kind, outcome, seconds }: SeenJob): void {
    this.jobs.observe({ kind, outcome }, seconds);
    if (outcome === 'failed') this.faults.inc({ of: 'job' });
  }

  async close(): Promise<void> {
    this.delay.disable();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(response: ServerResponse): Promise<void> {
    const text = await this.registry.metrics();
    response.writeHead(200, { 'content-type': this.registry.contentType }).end(text);
  }

  private describeProcess(faultsNow: () => Promise<readonly string[]>): void {
    const { delay } = this;
    this.gauge('candour_ready', 'Whether Candour can do its work: 1 or 0.', async () =>
      (await faultsNow()).length === 0 ? 1 : 0,
    );
    this.gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
    this.gauge('process_start_time_seconds', 'When the process started.', () =>
      Math.round(performance.timeOrigin / 1000),
    );
    this.gauge('nodejs_eventloop_lag_p99_seconds', 'How late work began since this was last read.', () => {
      const late = delay.percentile(99) / NANOSECONDS;
      delay.reset();
      return Number.isFinite(late) ? late : 0;
    });
  }

  private gauge(name: string, help: string, look: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await look());
      },
    });
  }
}
