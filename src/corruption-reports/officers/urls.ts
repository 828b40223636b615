/** The officers' room: its page, and what the page's script asks for, always in a body. */
export const ROOM = 'denuncias'

/** What brings a whole report sealed, of up to 1 MiB: read only after the guard, with a limit of its own. */
export const WHOLE_REPORT = { epoch: 'epoca', told: 'recibida' } as const

const whole = new RegExp(`^/personal/[^/]+/${ROOM}/(${Object.values(WHOLE_REPORT).join('|')})$`)
export const isWholeReport = (path: string) => whole.test(path)

export const roomUrl = (slug: string) => `/personal/${slug}/${ROOM}`
