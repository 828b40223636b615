export const CUSTODY = 'custodia'

export const custodyUrl = (slug: string) => `/personal/${slug}/${CUSTODY}`
