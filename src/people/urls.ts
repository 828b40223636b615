/** Addresses of the staff's side that do not belong to an administration. */
export const startUrl = '/personal'
export const signInUrl = '/personal/entrar'
export const signOutUrl = '/personal/salir'
export const newPasswordUrl = '/personal/clave'
export const secondFactorUrl = '/personal/segundo-factor'
export const installUrl = '/personal/instalar'
export const myAccountUrl = '/personal/mi-cuenta'

export const accountsUrl = (slug: string) => `/personal/${slug}/cuentas`
export const accountUrl = (slug: string, accountId: string) => `${accountsUrl(slug)}/${accountId}`
export const absencesUrl = (slug: string) => `/personal/${slug}/ausencias`
