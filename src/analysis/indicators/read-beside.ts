import type { Db } from '../../platform/database/connection.ts'
import type { Figure, FigureQuestion } from './figure.ts'

/** What other features are asked for, and only when it is: it costs as much as there are answers or people. */
export async function readBeside(_db: Db, _question: FigureQuestion): Promise<Figure[]> {
  return []
}
