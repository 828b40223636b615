/** Corrective measures and inspections; `:slug` is the administration's. */
export const paths = {
  measures: '/personal/:slug/medidas',
  measure: '/personal/:slug/medidas/:correctiveId',
  inspections: '/personal/:slug/inspecciones',
  areas: '/personal/:slug/inspecciones/areas',
  areaEnd: '/personal/:slug/inspecciones/areas/:areaId/baja',
  report: '/personal/:slug/inspecciones/informe.pdf',
  inspection: '/personal/:slug/inspecciones/:inspectionId',
  evidence: '/personal/:slug/inspecciones/:inspectionId/evidencias',
} as const

export function measureUrls(slug: string) {
  const of = (path: string, id = '') => path.replace(':slug', slug).replace(/:\w+Id/, id)
  return {
    measures: of(paths.measures),
    measure: (id: string) => of(paths.measure, id),
    inspections: of(paths.inspections),
    areas: of(paths.areas),
    areaEnd: (id: string) => of(paths.areaEnd, id),
    report: of(paths.report),
    inspection: (id: string) => of(paths.inspection, id),
    evidence: (id: string) => of(paths.evidence, id),
  }
}
