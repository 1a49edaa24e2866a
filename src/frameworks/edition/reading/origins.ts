import type { FactPath } from '../../../kernel/fact-files/yaml-file.js';

/** Where each part of an edition came from in a file that is laid out otherwise. */
export class Origins<Place> {
  private readonly known = new Map<string, Place>();

  constructor(private readonly whole: Place) {}

  /** Remembers where a part came from. */
  from(path: FactPath, place: Place): void {
    this.known.set(path.map(String).join('\n'), place);
  }

  /** Where a part came from, or else the nearest part around it. */
  of(path: FactPath): Place {
    for (let length = path.length; length > 0; length -= 1) {
      const found = this.known.get(path.slice(0, length).map(String).join('\n'));
      if (found !== undefined) return found;
    }
    return this.whole;
  }
}
