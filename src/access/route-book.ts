import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { REQUIREMENT, type Requirement } from './requirement.js';

/** One route of the application and what it asks of whoever calls it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly requirement: Requirement;
}

/**
 * Every route there is, read from the router itself. The application does not start while a handler names no
 * requirement, so that nothing is open by being forgotten.
 */
@Injectable()
export class RouteBook implements OnApplicationBootstrap {
  private known: readonly Route[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error that names every handler without a requirement. */
  onApplicationBootstrap(): void {
    const found = this.discovery.getControllers().flatMap(({ instance }) => this.routesOf(instance));
    const unguarded = found.filter(({ requirement }) => requirement === undefined);
    if (unguarded.length > 0)
      throw new Error(
        `These handlers say not who may call them: ${unguarded.map(({ handler }) => handler).join(', ')}.`,
      );
    this.known = found
      .flatMap(({ requirement, ...route }) => (requirement ? [{ ...route, requirement }] : []))
      .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  }

  /** The routes by path. */
  routes(): readonly Route[] {
    return this.known;
  }

  private routesOf(
    controller: unknown,
  ): (Omit<Route, 'requirement'> & { requirement: Requirement | undefined })[] {
    if (typeof controller !== 'object' || controller === null) return [];
    const base = this.reflector.get<string | undefined>(PATH_METADATA, controller.constructor) ?? '';
    const prototype: unknown = Object.getPrototypeOf(controller);
    if (typeof prototype !== 'object' || prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler: unknown = Reflect.get(prototype, name);
      if (typeof handler !== 'function') return [];
      const path = this.reflector.get<string | string[] | undefined>(PATH_METADATA, handler);
      const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
      if (path === undefined || method === undefined) return [];
      const requirement = this.reflector.get<Requirement | undefined>(REQUIREMENT, handler);
      return [path].flat().map((each) => ({
        method: RequestMethod[method],
        path: joined(base, each),
        handler: `${controller.constructor.name}.${name}`,
        requirement,
      }));
    });
  }
}

function joined(base: string, path: string): string {
  return `/${[base, path]
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`;
}
