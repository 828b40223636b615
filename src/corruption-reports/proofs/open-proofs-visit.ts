import type { Request, Response } from 'express'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { openVisit, type Visit } from '../door/visit.ts'

/** Only where reports of corruption are received. */
export async function openProofsVisit(
  system: System,
  request: Request,
  response: Response,
): Promise<Visit> {
  const visit = await openVisit(system, request, response)
  if (!visit.rules.regime.corruption) throw new NotFound()
  return visit
}
