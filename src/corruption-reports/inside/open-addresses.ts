export type Side = 'both' | 'officers' | 'others'

/** What a page needs wherever it is, and what machines ask. */
const everywhere = /^\/(?:assets\/.*|healthz|readyz|version|metrics)$/
const signingIn = /^\/personal(?:\/(?:entrar|salir|clave|segundo-factor|mi-cuenta)(?:\/.*)?)?\/?$/
/** Leads to the first room that the person may open. */
const workplace = /^\/personal\/[^/]+\/?$/

/** Whether the address exists on that side. */
export function opensOn(side: Side, path: string, rooms: readonly string[]): boolean {
  if (side === 'both' || everywhere.test(path)) return true
  const inside = isSealedRoom(path, rooms)
  if (side === 'others') return !inside
  return inside || signingIn.test(path) || (workplace.test(path) && !isReserved(path))
}

/** Whatever the capitals: Express does not mind them either. */
export function isSealedRoom(path: string, rooms: readonly string[]): boolean {
  const [, personal, , room] = path.toLowerCase().split('/')
  return personal === 'personal' && room !== undefined && rooms.includes(room)
}

function isReserved(path: string): boolean {
  return /^\/personal\/(?:instalar|vista-previa-correos)\/?$/i.test(path)
}
