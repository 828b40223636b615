const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What comes from a form or an address is asked this before the database is. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text)
}
