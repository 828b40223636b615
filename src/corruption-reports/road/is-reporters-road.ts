const ROAD = /^\/(?:api\/v1\/administrations\/[^/]+\/corruption-reports|[^/]+\/denuncia)(?:\/|$)/i
const NOT_AN_ADMINISTRATION = /^\/(?:api|personal|seguimiento|assets)\/denuncia(?:\/|$)/i

/** Whether only somebody who reports, or thinks of it, asks for this address. */
export function isReportersRoad(path: string): boolean {
  return ROAD.test(path) && !NOT_AN_ADMINISTRATION.test(path)
}
