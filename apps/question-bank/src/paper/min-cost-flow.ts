interface Arc {
  to: number;
  capacity: number;
  cost: number;
}

/**
 * Largest flow of least cost by successive shortest paths (Bellman–Ford with a queue). Costs are whole numbers, 0 or
 * more; the same network gives the same flow.
 */
export class MinCostFlow {
  /** An arc and its reverse stand side by side: the reverse of arc i is i ^ 1. */
  private readonly arcs: Arc[] = [];
  private readonly leaving: number[][] = [];

  node(): number {
    return this.leaving.push([]) - 1;
  }

  /** @returns the arc, for `used` */
  arc(from: number, to: number, capacity: number, cost: number): number {
    const index = this.arcs.push({ to, capacity, cost }, { to: from, capacity: 0, cost: -cost }) - 2;
    this.leaving[from]?.push(index);
    this.leaving[to]?.push(index + 1);
    return index;
  }

  /** Units that flow through an arc after `run`. */
  used(arc: number): number {
    return this.arcs[arc ^ 1]?.capacity ?? 0;
  }

  /** @returns the units that reach `sink` */
  run(source: number, sink: number): number {
    let total = 0;
    for (;;) {
      const path = this.cheapestPath(source, sink);
      if (path.length === 0) return total;
      const units = Math.min(...path.map((index) => this.arcs[index]!.capacity));
      for (const index of path) {
        this.arcs[index]!.capacity -= units;
        this.arcs[index ^ 1]!.capacity += units;
      }
      total += units;
    }
  }

  private cheapestPath(source: number, sink: number): number[] {
    const cost = this.leaving.map(() => Number.POSITIVE_INFINITY);
    const cameBy = this.leaving.map(() => -1);
    const waiting = new Set<number>([source]);
    cost[source] = 0;
    for (const node of waiting) {
      waiting.delete(node);
      for (const index of this.leaving[node]!) {
        const arc = this.arcs[index]!;
        const through = cost[node]! + arc.cost;
        if (arc.capacity === 0 || through >= cost[arc.to]!) continue;
        cost[arc.to] = through;
        cameBy[arc.to] = index;
        waiting.add(arc.to);
      }
    }
    const path: number[] = [];
    for (let node = sink; cameBy[node] !== -1; node = this.arcs[cameBy[node]! ^ 1]!.to) path.push(cameBy[node]!);
    return path;
  }
}
