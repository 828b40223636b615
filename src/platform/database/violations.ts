import pg from 'pg'

/** The name of the constraint that a statement ran against, or null when it failed otherwise. */
export function violatedConstraint(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.constraint ?? null) : null
}
