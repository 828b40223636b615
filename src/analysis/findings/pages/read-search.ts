import type { Request } from 'express'
import { readForm, words } from '../../../platform/web/index.ts'
import { z } from 'zod'
import { BRANCHES, MOST_WHYS, type RootCause } from '../root-cause.ts'

const LONGEST = 400
/** On each bone there is room for so many. */
const MOST_ON_BONE = 6

/** The chain and the bones as the form sends them: of a bone one cause a line, what proves it after a bar. */
export function readSearch(request: Request): RootCause {
  const fields = Object.fromEntries([
    ...Array.from({ length: MOST_WHYS }, (_, index) => [
      [`why${index + 1}`, words(LONGEST)],
      [`how${index + 1}`, words(LONGEST)],
    ]).flat(),
    ...BRANCHES.map((branch) => [`bone-${branch}`, words(LONGEST * MOST_ON_BONE)]),
  ]) as Record<string, ReturnType<typeof words>>
  const { values } = readForm(request, z.object(fields))
  const said = (name: string) => values?.[name] ?? ''
  return {
    whys: Array.from({ length: MOST_WHYS }, (_, index) => ({
      because: said(`why${index + 1}`),
      evidence: said(`how${index + 1}`),
    })),
    causes: BRANCHES.flatMap((branch) =>
      said(`bone-${branch}`)
        .split('\n')
        .slice(0, MOST_ON_BONE)
        .map((written) => {
          const [because = '', ...evidence] = written.split('|')
          return { branch, because: because.trim(), evidence: evidence.join('|').trim() }
        }),
    ),
  }
}
