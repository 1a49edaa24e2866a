import { DataSource, DefaultNamingStrategy } from 'typeorm';
import { recordedClasses, snakeCase } from '../recorded.js';

/** A pool that is wanted: how many connections it keeps, and how long somebody waits for one of them at most. */
export interface PoolWish {
  readonly url: string;
  readonly size: number;
  readonly waitMs: number;
}

/** The TypeORM data source of the application's login: entities are loaded through it only to be changed. */
export function writerSource({ url, size, waitMs }: PoolWish): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...recordedClasses()],
    namingStrategy: new SnakeCaseColumns(),
    installExtensions: false,
    migrationsRun: false,
    extra: { max: size, connectionTimeoutMillis: waitMs, keepAlive: true },
  });
}

/** Columns are snake_case; tables are named in full by each entity. */
class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName || snakeCase(propertyName);
  }
}
