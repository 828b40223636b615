import { Invalid } from '../../platform/errors.ts'

const STILL_NAMED = '23503'

/** Takes a part of the organisation away, or says that something still stands on it. */
export async function unlessInUse(remove: Promise<void>): Promise<void> {
  try {
    await remove
  } catch (error) {
    if (!isStillNamed(error)) throw error
    throw new Invalid([{ field: 'version', code: 'in_use', text: 'settings.in_use' }])
  }
}

function isStillNamed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === STILL_NAMED
}
