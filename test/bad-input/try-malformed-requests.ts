import { MARK } from './hostile-values.ts'
import { malformedRequest } from './malformed-requests.ts'
import { sendRaw, type RawAnswer, type RawRequest } from './raw-request.ts'
import { prepareActors, type World } from './world.ts'

const AT_ONCE = 8
/** Drafts are sent and sessions ended by what is tried: after so many, everybody begins anew. */
const ROUND = 1_000

export interface Findings {
  /** How many answers of each status. */
  counts: ReadonlyMap<number, number>
  /** What must not be, each with the request that led to it. */
  faults: readonly string[]
}

/** Sends this many malformed requests and looks at every answer. */
export async function tryMalformedRequests(
  world: World,
  wanted: { count: number; seed: number },
  onProgress: (done: number, faults: readonly string[]) => void = () => undefined,
): Promise<Findings> {
  const counts = new Map<number, number>()
  const faults: string[] = []
  const port = Number(new URL(world.app.url).port)
  const tryOne = async (at: number) => {
    const request = malformedRequest(world, wanted.seed, at)
    const answer = await sendRaw(port, request)
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1)
    const fault = faultOf(answer)
    if (fault) faults.push(`#${at} ${describe(request)}: ${fault}`)
  }
  for (let from = 0; from < wanted.count; from += ROUND) {
    if (from > 0) world.actors = await prepareActors(world)
    let next = from
    const until = Math.min(from + ROUND, wanted.count)
    const sender = async () => {
      while (next < until) await tryOne(next++)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, sender))
    onProgress(until, faults)
  }
  return { counts, faults }
}

function faultOf({ status, headers, body }: RawAnswer): string | null {
  if (status >= 500) return `answered ${status}`
  if (body.includes(MARK) && headers.get('content-type')?.startsWith('text/html')) {
    return 'what was sent stands in the page as markup'
  }
  if (/^taken=/m.test(headers.get('set-cookie') ?? '')) return 'what was sent became a header'
  const location = headers.get('location')
  if (location !== undefined && !/^\/(?![/\\])/.test(location)) return `leads away to ${location}`
  return null
}

function describe({ method, target, headers, body }: RawRequest): string {
  const type = headers.find(([name]) => name === 'Content-Type')?.[1] ?? 'no type'
  return `${method} ${target.slice(0, 150)} (${type.slice(0, 60)}, ${body.length} bytes)`
}
