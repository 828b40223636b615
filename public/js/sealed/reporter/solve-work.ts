import { tryWork } from '../../../../src/corruption-reports/sealing/index.ts'

const TRIES = 400
const PAUSE_MS = 4

/** In small slices, so that the page stays alive and can be left at any time. */
export async function solveWork(
  challenge: Uint8Array,
  bits: number,
  signal: AbortSignal,
): Promise<number> {
  for (let from = 0; ; from += TRIES) {
    signal.throwIfAborted()
    const answer = tryWork(challenge, bits, { from, tries: TRIES })
    if (answer !== null) return answer
    if ((from / TRIES) % 8 === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
