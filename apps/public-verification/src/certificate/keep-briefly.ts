/**
 * The value of `load`, loaded at most once in `ms` milliseconds however many ask at the same time. A failed load is not
 * kept.
 */
export function keepBriefly<T>(ms: number, load: () => Promise<T>): () => Promise<T> {
  let kept: { until: number; value: Promise<T> } | undefined;
  return () => {
    const now = performance.now();
    if (!kept || now >= kept.until) {
      const entry = { until: now + ms, value: load() };
      entry.value.catch(() => {
        if (kept === entry) kept = undefined;
      });
      kept = entry;
    }
    return kept.value;
  };
}
