/** Where something of the improvement stands: a centre, or all of them (what a model calls standardised). */
export interface ImprovementPlace {
  administrationId: string
  centreId: string | null
}
