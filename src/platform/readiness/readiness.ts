import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SchemaWatch } from '../database/schema/schema-watch.js';
import { FileStore } from '../files/file-store.js';

/** Looks at one thing without which nothing works: null when it is well, else a sentence that names no secret. */
type Look = () => Promise<string | null>;

const KEPT_FOR_MS = 1000;
const MOST_MS = 5000;

/**
 * Whether Candour can do its work at this moment. It asks anew, at most once a second, and waits for nothing longer
 * than five; it never remembers that all was well.
 */
@Injectable()
export class Readiness implements OnModuleInit {
  private readonly looks = new Map<string, Look>();
  private looking: Promise<readonly string[]> | null = null;
  private lookedAt = 0;

  constructor(
    private readonly schema: SchemaWatch,
    private readonly files: FileStore,
  ) {}

  /** What the platform itself looks at: that PostgreSQL answers with this version's schema, and that files can be kept. */
  onModuleInit(): void {
    this.needs('The database does not answer.', () => this.schema.look());
    this.needs('Files cannot be kept.', () => this.files.tryOut().then(() => null));
  }

  /** Adds something to look at; the sentence says what is wrong when the look itself fails or takes too long. */
  needs(otherwise: string, look: Look): void {
    this.looks.set(otherwise, look);
  }

  /** What is wrong now, as sentences; empty when Candour can do its work. */
  faults(): Promise<readonly string[]> {
    const now = performance.now();
    if (!this.looking || now - this.lookedAt >= KEPT_FOR_MS) {
      this.lookedAt = now;
      this.looking = this.lookAtAll();
    }
    return this.looking;
  }

  private async lookAtAll(): Promise<readonly string[]> {
    const found = await Promise.all([...this.looks].map(([otherwise, look]) => inTime(look, otherwise)));
    return found.filter((sentence) => sentence !== null);
  }
}

async function inTime(look: Look, otherwise: string): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, MOST_MS, otherwise);
  });
  try {
    return await Promise.race([look(), tooLate]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
