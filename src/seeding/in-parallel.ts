/** Works through a list with so many hands; the first failure ends it. */
export async function inParallel<T>(
  hands: number,
  list: readonly T[],
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = list.values()
  const hand = async () => {
    for (const one of waiting) await work(one)
  }
  await Promise.all(Array.from({ length: Math.min(hands, list.length) }, hand))
}
