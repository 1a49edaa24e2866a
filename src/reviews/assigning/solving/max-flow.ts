/** One direction of an edge, and where its opposite stands. */
interface Arc {
  readonly to: number;
  capacity: number;
  readonly back: number;
}

/** A network in which as much as possible is sent from one node to another, by Dinic's algorithm. */
export class MaxFlow {
  private readonly arcs: Arc[][] = [];

  /** Adds a node and returns its number. */
  node(): number {
    return this.arcs.push([]) - 1;
  }

  /** Adds an edge and returns a function that says how much is sent over it. */
  edge(from: number, to: number, capacity: number): () => number {
    const [out, into] = [this.arcsOf(from), this.arcsOf(to)];
    const arc: Arc = { to, capacity, back: into.length };
    out.push(arc);
    into.push({ to: from, capacity: 0, back: out.length - 1 });
    return () => capacity - arc.capacity;
  }

  /** Sends as much as can be sent, and returns how much. */
  send(source: number, sink: number): number {
    let sent = 0;
    for (;;) {
      const levels = this.levelsFrom(source);
      if (levels[sink] === -1) return sent;
      const next = this.arcs.map(() => 0);
      for (;;) {
        const more = this.push({ at: source, sink, most: Number.POSITIVE_INFINITY }, levels, next);
        if (more === 0) break;
        sent += more;
      }
    }
  }

  /** The nodes that can still be reached from this one, after everything was sent: one side of a least cut. */
  reachedFrom(source: number): readonly boolean[] {
    return this.levelsFrom(source).map((level) => level !== -1);
  }

  private levelsFrom(source: number): number[] {
    const levels = this.arcs.map(() => -1);
    levels[source] = 0;
    const queue = [source];
    for (const at of queue)
      for (const { to, capacity } of this.arcsOf(at)) {
        if (capacity === 0 || levels[to] !== -1) continue;
        levels[to] = (levels[at] ?? 0) + 1;
        queue.push(to);
      }
    return levels;
  }

  private push(
    { at, sink, most }: { readonly at: number; readonly sink: number; readonly most: number },
    levels: readonly number[],
    next: number[],
  ): number {
    if (at === sink) return most;
    const arcs = this.arcsOf(at);
    for (let place = next[at] ?? 0; place < arcs.length; place += 1) {
      next[at] = place;
      const arc = arcs[place];
      if (!arc || arc.capacity === 0 || levels[arc.to] !== (levels[at] ?? 0) + 1) continue;
      const pushed = this.push({ at: arc.to, sink, most: Math.min(most, arc.capacity) }, levels, next);
      if (pushed === 0) continue;
      arc.capacity -= pushed;
      const back = this.arcsOf(arc.to)[arc.back];
      if (back) back.capacity += pushed;
      return pushed;
    }
    next[at] = arcs.length;
    return 0;
  }

  private arcsOf(node: number): Arc[] {
    const arcs = this.arcs[node];
    if (!arcs) throw new RangeError(`There is no node ${String(node)}`);
    return arcs;
  }
}
