/** Addresses of the sealed part that people see. They stand on posters: short, Spanish, stable. */
export const doorUrl = (slug: string) => `/${slug}/denuncia`

/** Where somebody comes back to with the ten words. */
export const dialogueUrl = (slug: string) => `/${slug}/denuncia/seguimiento`

/** The machine interface, for our own page and for other systems. */
export const reportsApiUrl = (slug: string) => `/api/v1/administrations/${slug}/corruption-reports`
