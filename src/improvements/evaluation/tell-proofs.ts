import { Readable } from 'node:stream'
import { getAdministration, listCentres } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import type { Proof, ProofQuestion } from '../proof.ts'
import { drawEvaluation, titleOf, type SignedEvaluation } from './draw-evaluation.ts'
import type { Evaluation } from './evaluation.ts'
import { listEvaluations } from './evaluation-store.ts'
import { listNotes } from './mark-store.ts'

/** The evaluations that were signed of a centre's year, with what the visitor noted on the spot. */
export async function tellEvaluations(db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, centreId, year, slug, t, lang } = question
  if (centreId === null) return []
  const signed = (await listEvaluations(db, administrationId, centreId)).filter(isSigned)
  const { name: author, timeZone } = await getAdministration(db, administrationId)
  const centres = await listCentres(db, administrationId)
  const centre = centres.find((one) => one.centreId === centreId)?.name ?? ''
  const dayOf = (at: Date) => localDate(at, timeZone)
  return signed
    .filter((evaluation) => evaluation.year === year)
    .map((evaluation): Proof => {
      const { evaluationId, kind, signedAt, signedBy } = evaluation
      const signedOn = dayOf(signedAt)
      const title = titleOf(evaluation, centre, t)
      const shared = { title, on: signedOn }
      return {
        ...shared,
        key: 'evaluation.signed',
        href: `/personal/${slug}/evaluacion/hechas/${evaluationId}`,
        state: 'proved',
        lacks: [],
        papers: [
          {
            ...shared,
            fileName: `${FILES[kind]}-${signedOn}-${evaluationId.slice(0, 8)}.pdf`,
            // what was said in an interview may name anybody
            review: kind === 'visit' ? 'by_hand' : 'none',
            open: async ({ db: moment, mask, postOf }) => {
              const notes = await listNotes(moment, evaluation)
              const words = {
                t,
                lang,
                author,
                centre,
                mask,
                signer: postOf(signedBy),
                signedOn,
                dayOf,
              }
              return Readable.from([await drawEvaluation(evaluation, notes, words)])
            },
          },
        ],
      }
    })
}

const FILES = { self: 'autoevaluacion', visit: 'visita' } as const

type Signed = SignedEvaluation & { signedAt: Date; signedBy: string }

function isSigned(evaluation: Evaluation): evaluation is Signed {
  return evaluation.state === 'signed' && evaluation.result !== null
}
