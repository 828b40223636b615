/** The rooms where work is shared out, within one administration. */

const workload = (slug: string) => `/personal/${slug}/carga`

export const workloadUrls = (slug: string) => ({ workload: workload(slug) })

export const paths = { workload: workload(':slug') }
