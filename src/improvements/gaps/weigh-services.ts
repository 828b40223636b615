/** What is known of a service in a period; null where nobody counted or too few did. */
export interface ServiceFigures {
  serviceId: string
  received: number | null
  /** Filings per thousand attentions. */
  rate: number | null
  inTime: Share | null
  satisfied: Share | null
  severity: { mean: number; n: number } | null
}

export interface Share {
  value: number
  n: number
  low: number
  high: number
}

const REASONS = ['rate', 'late', 'unsatisfied', 'grave'] as const
export type Reason = (typeof REASONS)[number]

export interface WeighedService extends ServiceFigures {
  reasons: readonly Reason[]
}

const CLEARLY_MORE = 1.25
const GRAVE = 3
const ENOUGH = 5

/**
 * Which service to take first, with the reasons: a service stands out only where chance alone does not explain it.
 * Many filings are no fault, so that their number alone is no reason: only their rate is.
 */
export function weighServices(
  services: readonly ServiceFigures[],
  whole: Omit<ServiceFigures, 'serviceId' | 'severity'>,
): WeighedService[] {
  return services
    .map((service) => ({
      ...service,
      reasons: REASONS.filter((each) => HOLDS[each](service, whole)),
    }))
    .toSorted(
      (one, other) =>
        other.reasons.length - one.reasons.length || (other.received ?? 0) - (one.received ?? 0),
    )
}

type Whole = Omit<ServiceFigures, 'serviceId' | 'severity'>

const HOLDS: Readonly<Record<Reason, (service: ServiceFigures, whole: Whole) => boolean>> = {
  rate: ({ rate }, whole) =>
    rate !== null && whole.rate !== null && rate > whole.rate * CLEARLY_MORE,
  late: ({ inTime }, whole) => isBelow(inTime, whole.inTime),
  unsatisfied: ({ satisfied }, whole) => isBelow(satisfied, whole.satisfied),
  grave: ({ severity }) => severity !== null && severity.n >= ENOUGH && severity.mean >= GRAVE,
}

function isBelow(share: Share | null, whole: Share | null): boolean {
  return share !== null && whole !== null && share.high < whole.value
}
