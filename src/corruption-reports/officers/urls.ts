/** The officers' room: its page, and what the page's script asks for, always in a body. */
export const ROOM = 'denuncias'

export const roomUrl = (slug: string) => `/personal/${slug}/${ROOM}`
