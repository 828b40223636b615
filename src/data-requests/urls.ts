/** Where a person asks about their data and follows it; `/seguimiento` is everybody's. */
export const followPaths = {
  enter: '/seguimiento/datos',
  request: '/seguimiento/datos/:requestNumber',
  file: '/seguimiento/datos/:requestNumber/archivo',
  withdrawal: '/seguimiento/datos/:requestNumber/retiro',
  ask: '/seguimiento/:caseNumber/mis-datos',
  takeAll: '/seguimiento/:caseNumber/llevarse',
} as const

/** For staff; `:slug` is the administration's. */
export const staffPaths = {
  list: '/personal/:slug/solicitudes',
  entry: '/personal/:slug/solicitudes/nueva',
  request: '/personal/:slug/solicitudes/:requestNumber',
  receipt: '/personal/:slug/solicitudes/:requestNumber/constancia',
  step: '/personal/:slug/solicitudes/:requestNumber/paso',
  cases: '/personal/:slug/solicitudes/:requestNumber/casos',
  effect: '/personal/:slug/solicitudes/:requestNumber/efecto',
  file: '/personal/:slug/solicitudes/:requestNumber/archivo',
} as const

export function followRequestUrls(requestNumber: string) {
  const of = (path: string) => path.replace(':requestNumber', requestNumber)
  return {
    request: of(followPaths.request),
    file: of(followPaths.file),
    withdrawal: of(followPaths.withdrawal),
  }
}

export function ownCaseUrls(caseNumber: string) {
  const of = (path: string) => path.replace(':caseNumber', encodeURIComponent(caseNumber))
  return { ask: of(followPaths.ask), takeAll: of(followPaths.takeAll) }
}

export type StaffUrls = ReturnType<typeof staffUrls>

export function staffUrls(slug: string, requestNumber = '') {
  const of = (path: string) =>
    path.replace(':slug', slug).replace(':requestNumber', encodeURIComponent(requestNumber))
  return {
    list: of(staffPaths.list),
    entry: of(staffPaths.entry),
    request: of(staffPaths.request),
    receipt: of(staffPaths.receipt),
    step: of(staffPaths.step),
    cases: of(staffPaths.cases),
    effect: of(staffPaths.effect),
    file: of(staffPaths.file),
  }
}
