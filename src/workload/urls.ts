/** The rooms where work is shared out, within one administration. */
export function workloadUrls(slug: string) {
  const reliefs = `/personal/${slug}/relevos`
  return {
    workload: `/personal/${slug}/carga`,
    reliefs,
    relief: (accountId: string) => `${reliefs}/${accountId}`,
    handover: (handoverId: string) => `${reliefs}/hechos/${handoverId}`,
  }
}

const patterns = workloadUrls(':slug')

export const paths = {
  workload: patterns.workload,
  reliefs: patterns.reliefs,
  relief: patterns.relief(':personId'),
  handover: patterns.handover(':handoverId'),
}
