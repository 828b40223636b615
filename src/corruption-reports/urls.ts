/** Addresses of the sealed part that people see. They stand on posters: short, Spanish, stable. */
export const doorUrl = (slug: string) => `/${slug}/denuncia`

/** Where somebody comes back to with the ten words. */
export const dialogueUrl = (slug: string) => `/${slug}/denuncia/seguimiento`

/** The machine interface, for our own page and for other systems. */
export const reportsApiUrl = (slug: string) => `/api/v1/administrations/${slug}/corruption-reports`

/** Who holds keys, as anybody may read it: posters point here. */
export const publicKeysUrl = (slug: string) => `/${slug}/denuncia/llaves`

/** What proves that a report was filed; receipts print it. */
export const proofsUrl = (slug: string) => `/${slug}/denuncia/constancias`
export const allBatchesUrl = (slug: string) => `${proofsUrl(slug)}/todas`
export const batchUrl = (slug: string, seq: number) => `${proofsUrl(slug)}/${seq}`

/** The members' own keys and the directory that they sign. */
export const keysUrl = (slug: string) => `/personal/${slug}/llaves`
export const ownKeysUrl = (slug: string) => `${keysUrl(slug)}/propias`
export const draftUrl = (slug: string) => `${keysUrl(slug)}/borrador`
