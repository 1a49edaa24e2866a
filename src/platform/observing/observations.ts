import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Readiness } from '../readiness/readiness.js';
import { Settings } from '../settings/settings.js';
import type { Observer, SeenJob, SeenRequest } from './observer.js';

/**
 * Tells what operators have asked for of requests and jobs: metrics, traces, or nothing, which is what holds unless a
 * setting says otherwise. What measures is loaded only then. Where people file nothing is seen.
 */
@Injectable()
export class Observations implements OnApplicationShutdown {
  private readonly observers: Observer[] = [];

  constructor(
    private readonly settings: Settings,
    private readonly readiness: Readiness,
  ) {}

  /** Begins to tell; called once, by the process that serves. @throws StartFault when nobody can listen there. */
  async start(): Promise<void> {
    const { metricsListen, tracesTo } = this.settings;
    if (metricsListen) {
      const { Metrics } = await import('./metrics.js');
      this.observers.push(await Metrics.at(metricsListen, () => this.readiness.faults()));
    }
    if (tracesTo !== undefined) {
      const { Traces } = await import('./traces.js');
      this.observers.push(new Traces(tracesTo));
    }
  }

  /** One request was answered. */
  request(seen: SeenRequest): void {
    for (const observer of this.observers) observer.request(seen);
  }

  /** One job was worked on. */
  job(seen: SeenJob): void {
    for (const observer of this.observers) observer.job(seen);
  }

  /** Sends what is waiting to be sent, and stops. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.observers.map((observer) => observer.close()));
  }
}
