import type { Request, Response } from 'express'
import type { z } from 'zod'
import { requireStaff, requireWorkplace } from '../../../people/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { getOffice, type Office } from '../../office.ts'
import { readInputOf } from './inputs.ts'

/** Who asks, where, and on which day. */
export interface Asked<Input> {
  office: Office
  accountId: string
  input: Input
  request: Request
  response: Response
}

/** One question of the officers' client: checked at the door, answered as JSON. */
export function answer<S extends z.ZodType>(
  system: System,
  schema: S,
  find: (asked: Asked<z.output<S>>) => Promise<object | Buffer | void>,
): Page {
  return async (request, response) => {
    const { accountId } = requireStaff(response)
    const office = await getOffice(system, requireWorkplace(response).slug, system.clock())
    const input = readInputOf(schema, request.body)
    const found = await find({ office, accountId, input, request, response })
    response.set('Cache-Control', 'no-store')
    if (Buffer.isBuffer(found)) response.type('application/octet-stream').send(found)
    else if (found) response.json(found)
    else response.status(204).end()
  }
}
